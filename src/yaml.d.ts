// YAML data files are imported as plain values; scripts/yaml-plugin.mjs does the reading at build time.
declare module '*.yaml' {
  const data: unknown;
  export default data;
}
