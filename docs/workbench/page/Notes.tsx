/** Findings as a plain list: mark, sentence, place. */
import type { Draft, Finding } from "disclosure-report";
import type { JSX } from "preact";
import { Icon } from "./icons.js";
import { t } from "./language.js";
import { LEVELS, placesOf } from "./panel.js";

const MOST = 40;

export function Notes({
  title,
  findings,
  draft,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly draft: Draft;
}): JSX.Element | null {
  if (findings.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="notes">
        {findings.slice(0, MOST).map(({ severity, message, cells }, i) => (
          <li key={i} class={LEVELS[severity].className}>
            <Icon name={LEVELS[severity].icon} />
            <span>
              {message}{" "}
              <small>
                {placesOf(
                  cells.map(({ address }) => address),
                  draft,
                )}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {findings.length > MOST ? <p>{t(`另有${findings.length - MOST}条。`, `${findings.length - MOST} more.`)}</p> : null}
    </>
  );
}
