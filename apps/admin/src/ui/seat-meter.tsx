import classes from "./seat-meter.module.css";

interface Props {
  capacity: number;
  /** People with a confirmed seat; with `held` unknown, everyone who has a seat. */
  confirmed: number;
  held?: number;
  /** Parties in line. */
  waiting?: number;
  label?: string;
  /** What is counted, where nothing beside it says so. */
  unit?: string;
}

/**
 * How full a session is: a bar and the same in words, so that neither colour nor width is needed to read it. Plain elements, since
 * a long list draws many of them while it is scrolled.
 */
export function SeatMeter({ capacity, confirmed, held = 0, waiting = 0, label = "Seats", unit }: Props) {
  const taken = confirmed + held;
  const full = Math.max(capacity, taken, 1);
  return (
    <div className={classes.meter}>
      <div className={classes.words}>
        <span className={classes.taken}>
          {taken.toLocaleString("en-US")}{" "}
          <span className={classes.of}>
            of {capacity.toLocaleString("en-US")}
            {unit && ` ${unit}`}
          </span>
        </span>
        {waiting > 0 && <span className={classes.waiting}>{waiting.toLocaleString("en-US")} waiting</span>}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> has one part, this has two */}
      <div
        className={classes.bar}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={full}
        aria-valuenow={taken}
        aria-valuetext={`${taken} of ${capacity} taken`}
      >
        <div className={classes.confirmed} style={{ width: `${(100 * confirmed) / full}%` }} />
        <div className={classes.held} style={{ width: `${(100 * held) / full}%` }} />
      </div>
    </div>
  );
}
