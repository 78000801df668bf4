// Checks the dashboards against the types that Grafana publishes: each becomes a typed constant, each panel one of the type of its
// kind, and the TypeScript compiler judges. An unknown property, a missing one or a value that Grafana does not know is an error.
"use strict";

const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "../../observability/grafana/provisioning/dashboards/json");
const composable = "@grafana/schema/dist/types/raw/composable";
const kinds = {
  bargauge: "bargauge/panelcfg/x/BarGaugePanelCfg_types.gen",
  stat: "stat/panelcfg/x/StatPanelCfg_types.gen",
  "state-timeline": "statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen",
  table: "table/panelcfg/x/TablePanelCfg_types.gen",
  timeseries: "timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen",
};

const lines = [
  'import type { AnnotationQuery, Dashboard, DataQuery, FieldConfig, Panel, RowPanel } from "@grafana/schema";',
  ...Object.values(kinds).map((file, i) => `import type * as kind${i} from "${composable}/${file}.d.ts";`),
  // JSON has the values of enumerations, not their names.
  "type Json<T> = T extends string ? `${T}` : T extends readonly (infer E)[] ? Json<E>[] : T extends object ? { [K in keyof T]: Json<T[K]> } : T;",
  // What the Prometheus data source adds.
  "type Annotation = AnnotationQuery<DataQuery & { expr: string; interval?: string }> & { titleFormat?: string; textFormat?: string };",
];
let panels = 0;
for (const file of fs.readdirSync(folder).sort()) {
  const dashboard = JSON.parse(fs.readFileSync(path.join(folder, file), "utf8"));
  dashboard.panels.forEach((panel) => {
    const name = `${file.replace(/\W/g, "_")}_${panel.id}`;
    lines.push(`// ${file}: ${panel.title}`);
    if (panel.type === "row") {
      lines.push(`export const ${name}: Json<RowPanel> = ${JSON.stringify(panel)};`);
      return;
    }
    const kind = Object.keys(kinds).indexOf(panel.type);
    if (kind < 0) {
      throw new Error(`${file}: ${panel.title}: no types known for a panel of type ${panel.type}`);
    }
    const { options, fieldConfig, ...rest } = panel;
    const { custom, ...defaults } = fieldConfig.defaults;
    panels += 1;
    lines.push(`export const ${name}: Json<Omit<Panel, "options" | "fieldConfig">> = ${JSON.stringify(rest)};`);
    lines.push(`export const ${name}_defaults: Json<FieldConfig> = ${JSON.stringify(defaults)};`);
    lines.push(`export const ${name}_options: Json<kind${kind}.Options> = ${JSON.stringify(options)};`);
    if (custom) {
      lines.push(`export const ${name}_custom: Json<Partial<kind${kind}.FieldConfig>> = ${JSON.stringify(custom)};`);
    }
  });
  lines.push(`// ${file}`);
  const { annotations, ...whole } = { ...dashboard, panels: [] };
  lines.push(`export const ${file.replace(/\W/g, "_")}: Json<Dashboard> = ${JSON.stringify(whole)};`);
  annotations.list.forEach((annotation, i) =>
    lines.push(`export const ${file.replace(/\W/g, "_")}_annotation_${i}: Json<Annotation> = ${JSON.stringify(annotation)};`),
  );
}

// Beside the types, so that they are found.
const generated = path.join(__dirname, "node_modules/.dashboards.ts");
fs.writeFileSync(generated, lines.join("\n"));
const tsc = path.join(__dirname, "node_modules/typescript/bin/tsc");
try {
  execFileSync(
    process.execPath,
    [tsc, "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext", generated],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
} catch (error) {
  // The line before an error says which panel it is.
  const source = fs.readFileSync(generated, "utf8").split("\n");
  for (const line of String(error.stdout).split("\n")) {
    const at = /\((\d+),/.exec(line);
    let comment = at ? Number(at[1]) - 1 : -1;
    while (comment > 0 && !source[comment].startsWith("// ")) {
      comment -= 1;
    }
    console.error(at ? `${source[comment].slice(3)}: ${line.replace(/^.*?: error /, "")}` : line);
  }
  process.exit(1);
}
console.log(`${panels} panels are as Grafana's types want them`);
