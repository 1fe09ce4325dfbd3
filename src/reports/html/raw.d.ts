/** A file as text: vitest reads it so by itself, the build by a plug-in of scripts/build.js. */
declare module '*?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is how such a file is imported
  export default text;
}
