/** Vite as it comes, but that it must not find the style settings of the project around it. */
export default { base: './', css: { postcss: {} }, oxc: { jsx: { runtime: 'automatic' } } };
