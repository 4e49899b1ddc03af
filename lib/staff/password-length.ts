/** Long enough that nobody guesses it; short enough that hashing it takes no time worth attacking. */
export const shortestPassword = 12;
export const longestPassword = 128;
