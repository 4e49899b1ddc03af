import { plainButton } from '../buttons.ts';

interface Props {
  property: string | undefined;
  properties: { slug: string; name: string }[];
}

/** A plain form that asks for another address of the same page. */
export function PropertyFilter({ property, properties }: Props) {
  return (
    <form method="get" action="/staff/links" className="mt-5 flex flex-wrap items-end gap-3">
      <div className="min-w-0 basis-full sm:basis-64">
        <label htmlFor="property" className="font-medium text-sm">
          Property
        </label>
        <select id="property" name="property" defaultValue={property ?? ''} className="control mt-1">
          <option value="">All properties</option>
          {properties.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className={plainButton}>
        Filter
      </button>
    </form>
  );
}
