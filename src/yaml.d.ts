// YAML data files are imported as plain values; scripts/yaml-plugin.mjs does the reading at build time.
declare module '*.yaml' {
  const data: unknown;
  export default data;
}

// A page's style sheet and script are imported as text, to be put into the page.
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.browser.js' {
  const text: string;
  export default text;
}
