/** What the form offers where an answer is chosen, as it is sent. */
export const choices = {
  desired_num_bedrooms: ['0', '1', '2', '3', '4'],
  desired_num_bathrooms: ['1', '1.5', '2', '3'],
  desired_lease_term_in_months: ['6', '12', '18', '24'],
} as const;
