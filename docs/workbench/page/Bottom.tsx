/** One finding at a time at the foot of a narrow screen. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "./icons.js";
import { t } from "./language.js";
import { LEVELS } from "./panel.js";
import type { OfFindings } from "./props.js";
import { FindingBody, openFinding } from "./Side.js";

export function Bottom({ desk, item, items }: OfFindings): JSX.Element {
  const at = Math.max(
    0,
    items.findIndex(({ key }) => key === desk.state.finding),
  );
  const [up, setUp] = useState(false);
  const one = items[at];
  const go = (by: number): void => {
    const next = items[(at + by + items.length) % items.length];
    if (next !== undefined) openFinding(desk, next, false);
  };
  return (
    <aside class={up ? "bottom is-up" : "bottom"} aria-label={t("核对结果", "findings")}>
      <div class="grab">
        <span>
          {one === undefined
            ? t("未发现问题", "Nothing was found")
            : t(`第${at + 1}个问题，共${items.length}个`, `finding ${at + 1} of ${items.length}`)}
        </span>
        {one === undefined ? null : (
          <span>
            <button type="button" class="b icon" onClick={() => go(-1)}>
              <Icon name="left" label={t("上一个问题", "finding before")} />
            </button>
            <button type="button" class="b icon" onClick={() => go(1)}>
              <Icon name="right" label={t("下一个问题", "next finding")} />
            </button>
          </span>
        )}
      </div>
      {one === undefined ? null : (
        <div class={`in find open ${LEVELS[one.level].className}`}>
          <h2>
            <button
              type="button"
              aria-expanded={up}
              onClick={() => {
                if (desk.state.finding !== one.key) openFinding(desk, one, false);
                setUp(!up);
              }}
            >
              <Icon name={LEVELS[one.level].icon} />
              <span>{one.title}</span>
            </button>
          </h2>
          {up ? <FindingBody desk={desk} item={item} one={one} /> : <p class="k">{one.where}</p>}
        </div>
      )}
    </aside>
  );
}
