import { runningApp } from '#lib/app/running-app.ts';
import { textsIn } from '#lib/language/languages.ts';
import { findLink } from '#lib/links/keep-links.ts';
import { pictureNamed } from '#lib/links/qr/qr-picture.ts';
import { shortLink } from '#lib/links/where-links-lead.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { currentStaff, signInAddress } from '#lib/staff/session.ts';

/** A short link as a QR code for print: `qr.svg` or `qr.png`. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/staff/links/[code]/[picture]'>,
): Promise<Response> {
  if (!(await currentStaff()))
    return new Response(null, { status: 303, headers: { location: signInAddress('/staff/links') } });
  const app = runningApp();
  const { code, picture } = await params;
  const format = pictureNamed(picture);
  const link = format && (await findLink(app.database, code));
  const property = link && (await publishedForm(app, link.property));
  if (!property) return new Response('There is no such QR code.', { status: 404 });
  const drawn = await format.draw({
    address: shortLink(link.code, app.environment.appUrl),
    name: property.name,
    call: textsIn(property.locales[0] ?? 'en').scanToContact,
  });
  return new Response(drawn, {
    headers: {
      'content-type': format.type,
      'cache-control': 'private, no-cache',
      'content-disposition': `inline; filename="${property.slug}-${link.code}-${picture}"`,
    },
  });
}
