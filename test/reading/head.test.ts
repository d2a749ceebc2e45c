import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/html.js";
import { readText } from "../../src/text.js";

const TABLE = "\t信息内容\n\t本年处理决定数量\n\n\t行政许可\n\t1\n\n";
const headOf = (text: string) => readText(text).draft;

describe("title", () => {
  it.each([
    ["某县2023年政府信息公开工作年度报告", "某县", 2023],
    ["某县人民政府办公室 2023年 政府信息公开工作年度报告", "某县人民政府办公室", 2023],
    ["2019年上海市人民政府办公厅政府信息公开工作年度报告", "上海市人民政府办公厅", 2019],
    ["某市水务局２０２２年度政府信息公开工作年度报告", "某市水务局", 2022],
    ["某市水务局2022年政府信息公开年度报告", "某市水务局", 2022],
    ["某市水务局关于2022年度政府信息公开工作报告", "某市水务局", 2022],
    ["某乡二〇二一年政府信息公开工作年度报告", "某乡", 2021],
    ["某乡政府信息公开工作年度报告（2021年）", "某乡", 2021],
    ["首页 > 公开年报 > 某乡2021年政府信息公开工作年度报告", "某乡", 2021],
    ["某乡人民政府\n2021年政府信息公开工作年度报告", "某乡人民政府", 2021],
    ["您好\n2021年政府信息公开工作年度报告", undefined, 2021],
    ["本报告统计期限为2022年1月1日至2022年12月31日", undefined, 2022],
    ["某乡人民政府2021年政府信息公开\n工作年度报告", "某乡人民政府", 2021],
    ["关于2021年政府信息公开工作年度报告", undefined, 2021],
    ["关于印发通知", undefined, undefined],
    ["【年报】某县2023年政府信息公开工作年度报告", "某县", 2023],
    ["某市人民政府办公室关于印发某市2023年政府信息公开工作年度报告的通知", "某市", 2023],
    ["某市政府信息公开办公室2022年政府信息公开工作年度报告", "某市政府信息公开办公室", 2022],
    ["某局关于2023年度政府信息公开工作的年度报告", "某局", 2023],
    ["关于对某县水务局2023年政府信息公开工作年度报告的解读", "某县水务局", 2023],
    ["某市向阳区教育局2023年政府信息公开工作年度报告", "某市向阳区教育局", 2023],
    ["向阳区教育局2023年政府信息公开工作年度报告", "向阳区教育局", 2023],
    ["★某县2023年政府信息公开工作年度报告★", "某县", 2023],
    ["来源：某县融媒体中心\n2023年政府信息公开工作年度报告", undefined, 2023],
    ["责任编辑：某县新闻中心\n2023年政府信息公开工作年度报告", undefined, 2023],
    ["单位：某县教育局\n2023年政府信息公开工作年度报告", "某县教育局", 2023],
    ["国家税务总局\n某县税务局\n2023年政府信息公开工作年度报告", undefined, 2023],
    ["某区教育局政府信息公开工作2025年度报告", "某区教育局", 2025],
    ["时 效 有效\n\n某区教育局2025年政府信息公开工作年度报告", "某区教育局", 2025],
    ["根据条例要求，国家税务总局某市税务局向社会公布本单位2020年政府信息公开工作年度报告。", "国家税务总局某市税务局", 2020],
    ["某县水务局 某县林业局2023年政府信息公开工作年度报告", undefined, 2023],
  ])("%j", (title, agency, year) => {
    const draft = headOf(`${title}\n\n${TABLE}`);
    expect([draft?.agency?.name, draft?.year]).toEqual([agency, year]);
  });

  it("is the one above the text, not one of a list of other years", () => {
    const page = `<title>某县2022年政府信息公开工作年度报告</title><ul><li>某县2020年政府信息公开工作年度报告<li>某县2019年政府信息公开工作年度报告</ul><h1>某县2022年政府信息公开工作年度报告</h1>
      <p>一、总体情况</p><p>好。</p><table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>1</table>
      <ul><li>某县2018年政府信息公开工作年度报告</ul>`;
    expect(readHtml(page).draft?.year).toBe(2022);
  });

  it("and date may stand in the head of a page only, and give way to what is printed", () => {
    const head =
      '<head><meta name="ArticleTitle" content="某县2022年政府信息公开工作年度报告"><meta name="PubDate" content="2023-01-20 10:30"><title>某县_年报</title></head>';
    const table = "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>1</table>";
    expect(readHtml(head + table).draft).toMatchObject({ agency: { name: "某县" }, year: 2022, publishedOn: "2023-01-20" });
    const printed =
      "<h1>某乡2021年政府信息公开工作年度报告</h1><p>现公布某乡2021年政府信息公开工作年度报告。</p><p>发布时间：2022年1月5日</p>";
    expect(readHtml(head + printed + table).draft).toMatchObject({
      agency: { name: "某乡" },
      year: 2021,
      publishedOn: "2022-01-05",
    });
  });

  it("that is missing is said", () => {
    const { findings } = readText(TABLE);
    expect(findings.filter(({ code }) => code === "reading.headMissing").map(({ path }) => path)).toEqual([
      "agency.name",
      "year",
    ]);
  });
});

describe("the name in the signature", () => {
  const signed = (title: string, lines: readonly string[]) => {
    const text = ["六、其他需要报告的事项", "无其他需要报告的事项。", ...lines].join("\n");
    return headOf(`${title}\n\n${TABLE}${text}`)?.agency?.name;
  };
  const UNNAMED = "2023年政府信息公开工作年度报告";

  it.each<readonly [string, string, readonly string[], string | undefined]>([
    ["is that of the agency where the title has none", UNNAMED, ["某县水务局", "2024年1月15日"], "某县水务局"],
    ["may stand in one line with the date", UNNAMED, ["某县水务局2024年1月15日"], "某县水务局"],
    ["gives way to that in the title", "某乡2023年政府信息公开工作年度报告", ["某县水务局", "2024年1月15日"], "某乡"],
    ["is none where only a date stands there", UNNAMED, ["2024年1月15日"], undefined],
  ])("%s", (_, title, lines, agency) => {
    expect(signed(title, lines)).toBe(agency);
  });
});

describe("text", () => {
  const SECTIONS = `某县2023年政府信息公开工作年度报告
发布日期：2024-01-20
一、总体情况
概述。
（一）主动公开情况
发布信息5条。
（二）依申请公开。收到申请4件。
（三）政府信息管理
管理。
（四）平台建设
平台。
（五）监督保障方面
监督。
二、主动公开政府信息情况
${TABLE}
五、存在的主要问题及改进情况
不足。
改进。
六、其他需要报告的事项
本年度收取信息处理费1,250元。
某县人民政府
2024年1月15日
上一篇：某通知
版权所有`;

  it("is read by section and part", () => {
    expect(headOf(SECTIONS)).toMatchObject({
      publishedOn: "2024-01-20",
      signedOn: "2024-01-15",
      informationProcessingFee: "1250",
      narrative: {
        overview: {
          preamble: "概述。",
          proactiveDisclosure: "发布信息5条。",
          disclosureOnRequest: "收到申请4件。",
          informationManagement: "管理。",
          platform: "平台。",
          supervision: "监督。",
        },
        problems: "不足。\n改进。",
        other: "本年度收取信息处理费1,250元。",
      },
    });
  });

  it("of section 一 without parts stays one text", () => {
    const draft = headOf(`一、总体情况\n好。\n很好。\n二、主动公开政府信息情况\n${TABLE}`);
    expect(draft?.narrative?.overview).toBe("好。\n很好。");
  });

  it("behind a numbered heading in the same line is its section's", () => {
    expect(headOf(`${TABLE}\n六、其他需要报告的事项：无。`)?.narrative?.other).toBe("无。");
  });

  it.each([
    ["未收取信息处理费。", "0"],
    ["本年度没有收取政府信息公开信息处理费。", "0"],
    ["未产生信息处理费收取情况。", "0"],
    ["2023年收取信息处理费0元。", "0"],
    ["收取信息处理费共计0.03万元。", "300"],
    ["一季度收取信息处理费100元，二季度收取信息处理费200元。", undefined],
    ["无其他事项。", undefined],
  ])("of section 六 states the fee: %s", (text, fee) => {
    expect(headOf(`${TABLE}\n六、其他需要报告的事项\n${text}`)?.informationProcessingFee).toBe(fee);
  });

  it("with a date that there is not has no date", () => {
    expect(headOf(`发布日期：2023-02-30\n${TABLE}`)?.publishedOn).toBeUndefined();
  });
});
