import type { Catalog } from './catalog.ts';
import type { CreateLead } from './create-lead.ts';

/**
 * What ResMan says when the ids of a lead are not of one property; empty when they are.
 * Errors arrive as stringified JSON; the first wording is the one seen in another integrator's guide.
 */
export function resmanErrors(catalog: Catalog, body: CreateLead): string[] {
  const property = catalog.properties.find((row) => row.id === body.property_id);
  if (!property || property.integration_id !== body.integration_id) {
    return [resmanError('Property could not be found')];
  }
  const ofProperty = (rows: { id: string; property_id: string }[], id: string | undefined) =>
    id === undefined || rows.some((row) => row.id === id && row.property_id === body.property_id);

  const errors: string[] = [];
  if (!ofProperty(catalog.lead_sources, body.lead_source_id))
    errors.push('Transaction Source could not be found');
  if (!ofProperty(catalog.employees, body.employee_id)) errors.push('Agent could not be found');
  if (!ofProperty(catalog.units, body.unit_id)) errors.push('Unit could not be found');
  if (!ofProperty(catalog.floor_plans, body.floor_plan_id)) errors.push('Floor plan could not be found');
  return errors.map(resmanError);
}

function resmanError(description: string): string {
  return JSON.stringify({ Status: 'Failed', ErrorDescription: description });
}
