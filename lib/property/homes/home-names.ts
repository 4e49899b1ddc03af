import type { HomeRecords, Unit } from './home-records.ts';

/** What staff call each floor plan and unit, by its id: "The Birch", "unit 214 (The Birch)". */
export function homeNames({ plans, units }: HomeRecords): Map<string, string> {
  const names = new Map(plans.map(({ id, name }) => [id, name || 'a floor plan without a name']));
  const planOf = ({ planId, planName }: Unit) => (planId && names.get(planId)) || planName;
  for (const unit of units) {
    const where = [unit.building, unit.number].filter(Boolean).join(' ');
    const plan = planOf(unit);
    names.set(unit.id, `unit ${where || 'without a number'}${plan ? ` (${plan})` : ''}`);
  }
  return names;
}
