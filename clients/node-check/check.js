// Reads articles, enriched articles and alerts from a running pipeline with Confluent's own deserialiser, writes an article
// as a program of another language would, and waits for what becomes of it. Ends with 0 if all is as the contracts say.
//
//   node check.js --kafka 127.0.0.1:9092 --registry http://127.0.0.1:8081 [--http http://127.0.0.1:8080]
"use strict";

const assert = require("node:assert/strict");
const crypto = require("node:crypto");
const { parseArgs } = require("node:util");
const { Kafka, logLevel } = require("kafkajs");
const {
  AvroDeserializer,
  AvroSerializer,
  SchemaRegistryClient,
  SerdeType,
} = require("@confluentinc/schemaregistry");

const ARTICLES = "news.articles.v1";
const ENRICHED = "news.articles.enriched.v1";
const ALERTS = "news.alerts.v1";
const PATIENCE_MS = 300_000;

const { values: options } = parseArgs({
  options: {
    kafka: { type: "string", default: "127.0.0.1:9092" },
    registry: { type: "string", default: "http://127.0.0.1:8081" },
    http: { type: "string" },
  },
});

const kafka = new Kafka({
  clientId: "node-check",
  brokers: [options.kafka],
  logLevel: logLevel.ERROR,
});
const registry = new SchemaRegistryClient({ baseURLs: [options.registry] });
const values = new AvroDeserializer(registry, SerdeType.VALUE, {});
const records = { [ARTICLES]: [], [ENRICHED]: [], [ALERTS]: [] };
const waiting = new Set();

/** Resolves with the first record of a topic that passes, whether it is here already or still to come. */
function first(topic, what, passes) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = records[topic].find(passes);
      if (found) {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      }
    };
    const timer = setTimeout(() => reject(new Error(`${what}: not in ${topic} after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
    waiting.add(look);
    look();
  });
}

async function read() {
  const consumer = kafka.consumer({ groupId: `node-check-${crypto.randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: Object.keys(records), fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ topic, message }) => {
      if (message.value === null) {
        return;
      }
      const value = await values.deserialize(topic, message.value);
      records[topic].push({ key: message.key.toString("utf8"), value, headers: message.headers });
      waiting.forEach((look) => look());
    },
  });
  return consumer;
}

/** Offsets count UTF-16 code units, as JavaScript does. */
function assertSpan(article, span) {
  const text = span.field === "TITLE" ? article.title : article.body;
  assert.equal(text.slice(span.start, span.end), span.text);
}

function checkEnriched({ key, value, headers }) {
  const article = value.article;
  assert.equal(key, article.id);
  assert.match(article.id, /^[0-9a-f]{32}$/);
  assert.ok(article.title.length > 0);
  assert.ok(value.revision >= 1);
  assert.match(headers["geowire-arrival"].toString(), /^[0-9]{13}$/);
  for (const entity of value.entities) {
    assert.ok(entity.mentions.length > 0, `${entity.name} has no mention`);
    entity.mentions.forEach((span) => assertSpan(article, span));
  }
  for (const topic of value.topics) {
    assert.ok(topic.score > 0 && topic.score <= 1);
    topic.evidence.forEach((span) => assertSpan(article, span));
  }
  assert.ok(value.related.length <= 10);
}

function checkAlert({ key, value }) {
  assert.equal(key, `${value.watchId}/${value.storyId}`);
  assert.ok(value.articleIds.includes(value.articleId));
  for (const { span, sentence, sentenceStart } of value.matches) {
    assert.equal(sentence.slice(span.start - sentenceStart, span.end - sentenceStart), span.text);
  }
}

/** An article as any program may write it. Its schema comes from the registry; its id and hash are the writer's own. */
async function write() {
  const id = crypto.createHash("sha256").update(crypto.randomUUID()).digest("hex").slice(0, 32);
  const title = "Moscow and Washington agree to keep to the limits of New START for a year";
  const body = "The two powers will keep to the limits of New START until next spring, their envoys said in Geneva.";
  const now = Date.now();
  const article = {
    id,
    inputId: `node-check-${id}`,
    title,
    body,
    source: "Node Check",
    url: null,
    byline: null,
    language: "en",
    publishedAt: now - 60_000,
    publishedAtProvenance: "DECLARED",
    ingestedAt: now,
    contentHash: crypto.createHash("sha256").update(title).update(body).digest("hex"),
    backfill: false,
  };
  const serializer = new AvroSerializer(registry, SerdeType.VALUE, { useLatestVersion: true, autoRegisterSchemas: false });
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  await producer.send({
    topic: ARTICLES,
    acks: -1,
    messages: [{ key: id, value: await serializer.serialize(ARTICLES, article) }],
  });
  await producer.disconnect();
  return article;
}

async function main() {
  const consumer = await read();
  await first(ARTICLES, "an article", () => true);
  const sample = await first(ALERTS, "the alert of the sample news", ({ value }) => value.watchId === "new-start");
  assert.deepEqual([...new Set(sample.value.matches.map((match) => match.span.text))], ["New START"]);

  const written = await write();
  const back = await first(ARTICLES, "the written article", ({ key }) => key === written.id);
  assert.equal(back.value.title, written.title);
  assert.equal(Number(back.value.publishedAt), written.publishedAt);
  const enriched = await first(ENRICHED, "the written article, enriched", ({ key }) => key === written.id);
  assert.equal(enriched.value.article.inputId, written.inputId);
  await first(ALERTS, "an alert on the written article", ({ value }) =>
    value.watchId === "new-start" && value.articleIds.includes(written.id));
  await consumer.disconnect();

  records[ENRICHED].forEach(checkEnriched);
  records[ALERTS].forEach(checkAlert);
  if (options.http) {
    const { alerts } = await (await fetch(`${options.http}/v1/alerts?watch=new-start`)).json();
    assert.ok(alerts.length > 0);
  }
  console.log(Object.entries(records).map(([topic, all]) => `${topic}: ${all.length} records`).join("\n"));
  console.log(`written from Node, enriched and alerted on: ${written.id}`);
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
