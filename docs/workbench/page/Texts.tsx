/**
 * The words of the report, with what they say of the figures underlined: agrees, contradicts, undetermined.
 */
import { type Draft, describeForm, sectionsOf } from "disclosure-report";
import type { CheckedClaim } from "disclosure-report/check";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Desk } from "./desk.js";
import { language, said, t } from "./language.js";
import { now, type Text, textsOf, withText } from "./model.js";
import type { PanelItem } from "./panel.js";
import type { OfReport } from "./props.js";

interface Props extends OfReport {
  readonly section: string;
  readonly open: PanelItem | null;
}

export function SectionTexts({ desk, item, section, open }: Props): JSX.Element {
  const { draft } = now(item.sheet);
  const texts = textsOf(draft).filter((text) => text.section === section);
  const hasTable = describeForm(draft.edition).tables.some(({ definition }) => definition.id === section);
  return (
    <>
      {texts.map((text) => {
        if (desk.state.writing === text.path) return <Writing key={text.path} desk={desk} text={text} />;
        if (text.text === "" && (hasTable || text.part === "preamble")) return null;
        return <Written key={text.path} desk={desk} item={item} text={text} open={open} />;
      })}
    </>
  );
}

function partTitle({ part }: Text, draft: Draft): string {
  const parts = sectionsOf(draft.edition).find(({ id }) => id === "overview")?.parts ?? [];
  const at = parts.findIndex(({ id }) => id === part);
  const found = parts[at];
  return found === undefined ? "" : `（${"一二三四五六七八九"[at] ?? ""}）${found.label}`;
}

function Written({ desk, item, text, open }: Omit<Props, "section"> & { readonly text: Text }): JSX.Element {
  const claims = (item.check?.claims ?? []).filter(
    ({ path, offset, length, quote }) => path === text.path && text.text.slice(offset, offset + length) === quote,
  );
  const title = partTitle(text, now(item.sheet).draft);
  const edit = (): void => desk.set({ writing: text.path });
  return (
    <div class={open?.path === text.path ? "text is-open" : "text"} data-path={text.path}>
      {title === "" ? null : <h3>{title}</h3>}
      {text.text === "" ? (
        <p class="hint">{t("（未填写）", "(not written)")}</p>
      ) : (
        <Paragraphs text={text.text} claims={claims} desk={desk} />
      )}
      <button type="button" class="b quiet noprint" onClick={edit}>
        {text.text === "" ? t("填写", "Write") : t("改写", "Edit")}
        <span class="vh">{title === "" ? text.section : title}</span>
      </button>
    </div>
  );
}

/** The text in its paragraphs; a claim that runs over two is cut. */
function Paragraphs({
  text,
  claims,
  desk,
}: {
  readonly text: string;
  readonly claims: readonly CheckedClaim[];
  readonly desk: Desk;
}): JSX.Element {
  const paragraphs: JSX.Element[] = [];
  let from = 0;
  for (const paragraph of text.split("\n")) {
    const end = from + paragraph.length;
    const pieces: (string | JSX.Element)[] = [];
    let at = from;
    for (const claim of claims) {
      if (claim.offset < at || claim.offset >= end) continue;
      pieces.push(text.slice(at, claim.offset));
      const upTo = Math.min(end, claim.offset + claim.length);
      pieces.push(<ClaimMark key={claim.offset} claim={claim} text={text.slice(claim.offset, upTo)} desk={desk} />);
      at = upTo;
    }
    pieces.push(text.slice(at, end));
    if (paragraph.trim() !== "") paragraphs.push(<p key={from}>{pieces}</p>);
    from = end + 1;
  }
  return <>{paragraphs}</>;
}

function ClaimMark({
  claim,
  text,
  desk,
}: {
  readonly claim: CheckedClaim;
  readonly text: string;
  readonly desk: Desk;
}): JSX.Element {
  const { verdict, readings, values, reason } = claim;
  const word =
    verdict === "agrees"
      ? t("与表格一致", "agrees with the tables")
      : verdict === "disagrees"
        ? t(`与表格不一致，表中为${values.join("、")}`, `contradicts the tables, which say ${values.join(", ")}`)
        : t(`无法判定：${reason?.zh ?? ""}`, `undetermined: ${reason?.en ?? ""}`);
  const [reading] = readings;
  const address = reading?.plus[0];
  const name = verdict === "agrees" ? "say" : verdict === "disagrees" ? "say no" : "say un";
  const show = (): void => {
    if (address !== undefined) desk.select(address);
  };
  // A button proper is one box that no line can break; a claim runs on with its sentence.
  const title = reading === undefined ? word : `${said(reading.statement)}${t("：", ": ")}${word}`;
  return (
    <span
      role="button"
      tabIndex={0}
      class={name}
      title={title}
      onClick={show}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") show();
      }}
      {...(language() === "zh" ? {} : { lang: "zh-CN" })}
    >
      {text}
      <span class="vh">{`（${word}）`}</span>
    </span>
  );
}

function Writing({ desk, text }: { readonly desk: Desk; readonly text: Text }): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const finish = (): void => {
    const written = area.current?.value ?? text.text;
    desk.set({ writing: null });
    if (written !== text.text) desk.rewrite("text", (draft) => withText(draft, text.path, written));
  };
  return (
    <div class="text writing noprint">
      <textarea
        ref={area}
        defaultValue={text.text}
        rows={Math.max(4, Math.ceil(text.text.length / 44) + text.text.split("\n").length)}
        aria-label={t("本部分文字", "text of this part")}
        onKeyDown={(event) => {
          if (event.key === "Escape") desk.set({ writing: null });
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) finish();
          event.stopPropagation();
        }}
      />
      <p class="acts">
        <button type="button" class="b on" onClick={finish}>
          {t("完成", "Done")}
        </button>
        <button type="button" class="b" onClick={() => desk.set({ writing: null })}>
          {t("放弃", "Cancel")}
        </button>
      </p>
    </div>
  );
}
