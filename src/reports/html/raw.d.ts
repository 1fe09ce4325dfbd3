/** A file as text: vitest reads it so by itself, the build by a plug-in of scripts/build.js. */
declare module '*?raw' {
  const text: string;
  export default text;
}
