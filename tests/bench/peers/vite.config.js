/** Builds the pages of the peers as their packages are meant to be used: production builds, assets from the same origin. */
// oxlint-disable-next-line import/no-default-export -- vite reads it so
export default {
  root: 'pages',
  // Excalidraw's package asks for this when it is not bundled by its own recipe.
  define: { 'process.env.IS_PREACT': JSON.stringify('false') },
  build: {
    outDir: '../site',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: { excalidraw: 'pages/excalidraw.html', tldraw: 'pages/tldraw.html' } },
  },
}
