import type { Metadata } from 'next';
import { Courtyard } from '#components/demo/courtyard.tsx';
import { HeardEvents } from '#components/demo/heard-events.tsx';
import { LanguageLinks } from '#components/page/language-links.tsx';
import { NothingHere } from '#components/page/nothing-here.tsx';
import { pageSpeech } from '#lib/app/page-language.ts';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { languages } from '#lib/language/languages.ts';
import { fill, fillCounted } from '#lib/language/texts.ts';
import { publishedForm } from '#lib/property/published-form.ts';
import { mapleCourt } from '#lib/propexo/simulator/demo-communities.ts';
import './website.css';

export const metadata: Metadata = { title: 'Maple Court', robots: { index: false } };

/** A community's website with everything that the embed does, for whoever tries the demo. */
export default async function DemoWebsite() {
  const app = runningApp();
  const { language, texts } = await pageSpeech();
  const property = app.environment.demo ? await publishedForm(app, 'maple-court') : undefined;
  if (!property) {
    setResponseStatus(404);
    return <NothingHere texts={texts} />;
  }
  const { website } = texts;
  const { slug, name } = property;
  const form = `${slug}?lang=${language}`;
  const title = fill(texts.page.formTitle, { property: name });
  return (
    <div className="site">
      <header className="site-header">
        <a className="site-name" href="#top">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path
              d="M16 2l3 6 5-2-1 6 7 1-5 5 2 4-8-1v9h-2v-9l-8 1 2-4-5-5 7-1-1-6 5 2z"
              fill="currentColor"
            />
          </svg>
          {name}
        </a>
        <nav aria-label={name}>
          <a href="#plans">{website.floorPlans}</a>
          <a href="#contact">{website.contact}</a>
        </nav>
        <LanguageLinks languages={[...languages.keys()]} present={language} texts={texts} />
      </header>
      <main id="top">
        <section className="site-hero">
          <div>
            <p className="site-place">{website.place}</p>
            <h1>{website.heading}</h1>
            <p>{website.introduction}</p>
            <a className="site-button" href={`/p/${form}&source=website`} data-guestcard-open="">
              {website.ask}
            </a>
          </div>
          <Courtyard />
        </section>
        <ul className="site-merits">
          {website.merits.map(([merit = '', text = '']) => (
            <li key={merit}>
              <h2>{merit}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ul>
        <section id="plans">
          <h2>{website.plans}</h2>
          <ul className="site-plans">
            {mapleCourt.floor_plans.slice(1).map(({ name, picture, bedrooms }) => (
              <li key={name}>
                <img src={`/floor-plans/${picture}.svg`} alt="" width="320" height="240" loading="lazy" />
                <h3>{name}</h3>
                <p>{fillCounted(texts, texts.homes.bedrooms, bedrooms ?? 0)}</p>
                <a
                  href={`/p/${form}&bedrooms=${bedrooms}`}
                  data-guestcard-open=""
                  data-guestcard-prefill-bedrooms={bedrooms}
                >
                  {fill(website.askAbout, { plan: name })}
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section id="contact" className="site-contact">
          <div>
            <h2>{website.visit}</h2>
            <p>{website.visitText}</p>
            <div className="site-told">
              <h3>{website.heard}</h3>
              <p>{website.heardText}</p>
              <HeardEvents nothing={website.nothingHeard} />
            </div>
          </div>
          <iframe
            data-guestcard=""
            src={`/embed/${form}`}
            title={title}
            loading="lazy"
            className="site-frame"
          />
        </section>
      </main>
      <footer className="site-footer">
        <p>{website.imaginary}</p>
        <a href={`/?lang=${language}`}>{website.back}</a>
      </footer>
      <script async src="/embed.js" data-guestcard-button={slug} data-guestcard-lang={language} />
    </div>
  );
}
