/** A property of Guestcard that asks what every page here asks. */
export const property = {
  slug: 'maple-court',
  name: 'Maple Court',
  integration_id: 'integration',
  property_id: 'property',
  employee_id: 'employee',
  lead_source_id: 'source',
  fields: [
    'phone_1',
    'target_move_in_date',
    'desired_num_bedrooms',
    'desired_num_bathrooms',
    'desired_max_rent',
    'desired_lease_term_in_months',
    'notes',
    'sms_consent',
  ],
};
