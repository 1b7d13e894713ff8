import type { ActivityPurpose, ActivitySetting, ActivityType, CommissionRow, DurationBounds } from "@cte-partnerships/domain";
import { Hono } from "hono";
import type { Deps } from "../deps.ts";
import type { HttpEnv } from "../http/frame.ts";
import { answerPage, Page } from "../http/layout.tsx";
import { todayOf } from "../today.ts";

/** What people and firms can do with schools: the agency's catalogue as it stands today, for somebody who has never taken part. */
export function activityPages(deps: Deps) {
  return new Hono<HttpEnv>().get("/get-involved", (c) => answerPage(c, deps, <WaysPage deps={deps} />));
}

/** In the order of the office's page: students first, then teachers, then advice. */
const parts: readonly { purpose: ActivityPurpose; id: string; title: string; lead: string }[] = [
  {
    purpose: "students",
    id: "students",
    title: "Work with students",
    lead: "Show what your work is like, from one hour in a classroom to a season at your firm.",
  },
  { purpose: "teachers", id: "teachers", title: "Train teachers", lead: "Share what is new in your trade with those who teach it." },
  { purpose: "advisory", id: "advice", title: "Advise schools and programs", lead: "Say what your trade needs, and help programs meet it." },
];

const WaysPage = ({ deps }: { deps: Deps }) => {
  const { agency } = deps;
  const today = todayOf(deps);
  const types = agency.activityTypes.on(today);
  const commissions = agency.commissions.on(today);
  const shown = parts.map((part) => ({ ...part, types: types.filter(({ purpose }) => purpose === part.purpose) })).filter((part) => part.types.length > 0);
  return (
    <Page
      deps={deps}
      title={`Ways to get involved – ${agency.office.title}`}
      description={`What employers, colleges and professionals can do with the schools of ${agency.title}: what it is, what is asked of you, where, and for how long.`}
      canonicalPath="/get-involved"
    >
      <div class="stack">
        <h1>Ways to get involved</h1>
        <p class="lead">An hour, a day, a season or a seat on a commission: see what is asked of you, and find a date that suits.</p>
      </div>
      <nav class="jump" aria-label="On this page">
        {shown.map(({ id, title }) => (
          <a href={`#${id}`}>{title}</a>
        ))}
        {commissions.length === 0 ? null : <a href="#commissions">Sector commissions</a>}
      </nav>
      {shown.map((part) => (
        <section aria-labelledby={part.id}>
          <h2 id={part.id} class="part">
            {part.title}
          </h2>
          <p class="quiet">{part.lead}</p>
          <ul class="ways">
            {part.types.map((type) => (
              <Way type={type} />
            ))}
          </ul>
        </section>
      ))}
      {commissions.length === 0 ? null : <Commissions commissions={commissions} />}
    </Page>
  );
};

const Way = ({ type }: { type: ActivityType }) => (
  <li class="card way">
    <h3>{type.title.en}</h3>
    <p class="quiet">{type.description.en}</p>
    <dl>
      {type.asks.length === 0 ? null : (
        <div>
          <dt>What is asked of you</dt>
          <dd>{type.asks.map((ask) => ask.en).join("\n")}</dd>
        </div>
      )}
      <div>
        <dt>Where</dt>
        <dd>{settingsInWords(type.settings)}</dd>
      </div>
      {type.duration === undefined ? null : (
        <div>
          <dt>How long</dt>
          <dd>{durationInWords(type.duration.value)}</dd>
        </div>
      )}
    </dl>
    <a class="dates" href={`/events?activityType=${encodeURIComponent(type.id)}`} aria-label={`See dates: ${type.title.en}`}>
      See dates
    </a>
  </li>
);

const Commissions = ({ commissions }: { commissions: readonly CommissionRow[] }) => (
  <section aria-labelledby="commissions">
    <h2 id="commissions" class="part">
      Sector commissions
    </h2>
    <p class="quiet">Teachers, school leaders, colleges and firms of one sector meet in a commission and settle how to support students entering it.</p>
    <ul class="names">
      {commissions.map(({ label }) => (
        <li>{label}</li>
      ))}
    </ul>
  </section>
);

const places: Record<ActivitySetting, string> = { school: "at a school", workplace: "at a workplace", virtual: "online" };

/** `At a school, at a workplace or online` */
export function settingsInWords(settings: readonly ActivitySetting[]): string {
  const [last = "", ...others] = settings.map((setting) => places[setting]).toReversed();
  const text = others.length === 0 ? last : `${others.toReversed().join(", ")} or ${last}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1½ to 2 hours`, `Half a day to 2 days`, `3 days to 2 weeks` */
export function durationInWords({ unit, min, max }: DurationBounds): string {
  const [least, most] = [lengthInWords(min, unit), lengthInWords(max, unit)];
  const text = min === max ? most.text : least.unit === most.unit && min !== 0.5 ? `${least.amount} to ${most.text}` : `${least.text} to ${most.text}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lengthInWords(length: number, unit: DurationBounds["unit"]): { amount: string; unit: string; text: string } {
  const one = unit === "days" ? "day" : "hour";
  if (length === 0.5) return { amount: "half", unit: one, text: unit === "days" ? "half a day" : "half an hour" };
  if (unit === "days" && length >= 14 && length % 7 === 0) return { amount: String(length / 7), unit: "week", text: `${length / 7} weeks` };
  const whole = Math.floor(length);
  const amount = length === whole + 0.5 ? `${whole}½` : String(length);
  return { amount, unit: one, text: `${amount} ${length === 1 ? one : `${one}s`}` };
}
