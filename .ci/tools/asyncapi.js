// Validates the AsyncAPI document with AsyncAPI's own parser, Avro payloads included.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { Parser } = require("@asyncapi/parser");
const { AvroSchemaParser } = require("@asyncapi/avro-schema-parser");

async function main() {
  const file = path.join(__dirname, "../../schemas/asyncapi.yaml");
  const parser = new Parser();
  parser.registerSchemaParser(AvroSchemaParser());
  const { document, diagnostics } = await parser.parse(fs.readFileSync(file, "utf8"));
  const faults = diagnostics.filter(({ severity }) => severity <= 1);
  faults.forEach(({ path: at, message }) => console.error(`${at.join(".")}: ${message}`));
  if (!document || faults.length > 0) {
    process.exit(1);
  }
  console.log(`AsyncAPI ${document.version()}: ${document.channels().all().length} channels, no fault`);
}

main();
