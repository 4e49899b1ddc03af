// Of its own, so that Next does not find the one of the project around it.
export default { plugins: {} };
