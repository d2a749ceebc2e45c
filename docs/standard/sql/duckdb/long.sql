CREATE TABLE tidy (
  file VARCHAR,
  agency VARCHAR,
  agency_code VARCHAR,
  agency_level VARCHAR,
  report_year VARCHAR,
  edition VARCHAR,
  table_no VARCHAR,
  row_no VARCHAR,
  column_no VARCHAR,
  address VARCHAR,
  row_label VARCHAR,
  column_label VARCHAR,
  unit VARCHAR,
  figure_text VARCHAR,
  figure VARCHAR,
  raw_text VARCHAR,
  cell_status VARCHAR,
  place VARCHAR
);

COMMENT ON TABLE tidy IS '整洁表：一行一个数字，全部以文本装入，再由装载语句转入各表';

COMMENT ON COLUMN tidy.file IS '报告所在的文件';

COMMENT ON COLUMN tidy.agency IS '名称';

COMMENT ON COLUMN tidy.agency_code IS '统一社会信用代码';

COMMENT ON COLUMN tidy.agency_level IS '机关的行政层级';

COMMENT ON COLUMN tidy.report_year IS '报告的年度';

COMMENT ON COLUMN tidy.edition IS '所用格式的版本';

COMMENT ON COLUMN tidy.table_no IS '表的中文序号';

COMMENT ON COLUMN tidy.row_no IS '数据行，从1起';

COMMENT ON COLUMN tidy.column_no IS '数据列，从1起';

COMMENT ON COLUMN tidy.address IS '指标的固定地址';

COMMENT ON COLUMN tidy.row_label IS '表上所印的行标题';

COMMENT ON COLUMN tidy.column_label IS '表上所印的列标题';

COMMENT ON COLUMN tidy.unit IS '计量方式';

COMMENT ON COLUMN tidy.figure_text IS '规范写法的数字；空白为空';

COMMENT ON COLUMN tidy.figure IS '由文本得出的数值；不合规定的为空';

COMMENT ON COLUMN tidy.raw_text IS '文件中的原文';

COMMENT ON COLUMN tidy.cell_status IS '该格读到了什么';

COMMENT ON COLUMN tidy.place IS '在文件中的位置';

CREATE VIEW tidy_line AS
SELECT t.*, concat(coalesce(file, ''), chr(31), coalesce(agency_code, ''), chr(31), coalesce(agency, ''), chr(31), coalesce(report_year, ''), chr(31), coalesce(edition, '')) AS source_key
FROM (
  SELECT nullif(file, '') AS file, nullif(agency, '') AS agency, nullif(agency_code, '') AS agency_code, nullif(agency_level, '') AS agency_level, nullif(report_year, '') AS report_year, nullif(edition, '') AS edition, nullif(table_no, '') AS table_no, nullif(row_no, '') AS row_no, nullif(column_no, '') AS column_no, nullif(address, '') AS address, nullif(row_label, '') AS row_label, nullif(column_label, '') AS column_label, nullif(unit, '') AS unit, nullif(figure_text, '') AS figure_text, nullif(figure, '') AS figure, nullif(raw_text, '') AS raw_text, nullif(cell_status, '') AS cell_status, nullif(place, '') AS place
  FROM tidy
) t;

CREATE VIEW tidy_problem AS
SELECT t.*, '格式中没有这个版本或地址，未装入' AS problem
FROM tidy_line t
LEFT JOIN form_cell c ON c.edition = t.edition AND c.address = t.address
WHERE c.address IS NULL;

CREATE TABLE report_member (
  report_id BIGINT NOT NULL,
  member_id BIGINT NOT NULL,
  PRIMARY KEY (report_id, member_id),
  CHECK (report_id <> member_id)
);

COMMENT ON TABLE report_member IS '汇总关系：一行一份下级报告';

COMMENT ON COLUMN report_member.report_id IS '汇总报告的编号';

COMMENT ON COLUMN report_member.member_id IS '被汇总的下级报告的编号；本级自身的数字另成一份报告的，也在其中';

CREATE TABLE report (
  report_id BIGINT PRIMARY KEY,
  source_key VARCHAR NOT NULL UNIQUE,
  file VARCHAR,
  agency VARCHAR,
  agency_key VARCHAR GENERATED ALWAYS AS (translate(agency, '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(32) || chr(160) || chr(5760) || chr(6158) || chr(8192) || chr(8193) || chr(8194) || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8199) || chr(8200) || chr(8201) || chr(8202) || chr(8203) || chr(8204) || chr(8205) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(8288) || chr(12288) || chr(65279), '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~')) VIRTUAL,
  agency_code VARCHAR,
  agency_level VARCHAR,
  year_text VARCHAR,
  report_year INTEGER GENERATED ALWAYS AS (CASE WHEN regexp_full_match(year_text, '[1-9][0-9]{3}') THEN CAST(year_text AS INTEGER) END) VIRTUAL,
  edition VARCHAR NOT NULL,
  members_complete BOOLEAN DEFAULT FALSE NOT NULL
);

COMMENT ON TABLE report IS '报告：一行一份';

COMMENT ON COLUMN report.report_id IS '报告的编号';

COMMENT ON COLUMN report.source_key IS '报告在来源中的标识，同一来源不得装入两次';

COMMENT ON COLUMN report.file IS '报告所在的文件';

COMMENT ON COLUMN report.agency IS '机关名称';

COMMENT ON COLUMN report.agency_key IS '用于比较的机关名称：全角转半角，去除空格；由数据库计算';

COMMENT ON COLUMN report.agency_code IS '统一社会信用代码';

COMMENT ON COLUMN report.agency_level IS '机关的行政层级';

COMMENT ON COLUMN report.year_text IS '报告年度的文本';

COMMENT ON COLUMN report.report_year IS '报告的年度，由文本得出；不是四位数字的为空';

COMMENT ON COLUMN report.edition IS '所用格式的版本';

COMMENT ON COLUMN report.members_complete IS 'report_member所列下级报告是否齐全';

CREATE TABLE figure (
  report_id BIGINT NOT NULL,
  address VARCHAR(128) NOT NULL,
  unit VARCHAR(8) NOT NULL,
  figure_text VARCHAR,
  raw_text VARCHAR,
  cell_status VARCHAR,
  place VARCHAR,
  figure DECIMAL(22, 6) GENERATED ALWAYS AS (CASE WHEN unit = 'amount' THEN CASE WHEN regexp_full_match(figure_text, '(0|[1-9][0-9]{0,8})([.][0-9]{1,6})?') THEN CAST(figure_text AS DECIMAL(22, 6)) END ELSE CASE WHEN regexp_full_match(figure_text, '0|-?[1-9][0-9]{0,15}') THEN CASE WHEN abs(CAST(figure_text AS BIGINT)) <= 9007199254740991 THEN CAST(figure_text AS DECIMAL(22, 6)) END END END) VIRTUAL,
  PRIMARY KEY (report_id, address)
);

COMMENT ON TABLE figure IS '报告的数字：一行一个';

COMMENT ON COLUMN figure.report_id IS '报告的编号';

COMMENT ON COLUMN figure.address IS '指标的固定地址';

COMMENT ON COLUMN figure.unit IS '计量方式';

COMMENT ON COLUMN figure.figure_text IS '数字文本；空白为空';

COMMENT ON COLUMN figure.raw_text IS '文件中的原文';

COMMENT ON COLUMN figure.cell_status IS '该格读到了什么';

COMMENT ON COLUMN figure.place IS '在文件中的位置';

COMMENT ON COLUMN figure.figure IS '由文本得出的数值，由数据库计算；文本不合规定的为空，从不四舍五入';

CREATE VIEW balance_verdict AS
SELECT s.report_id, nullif(0, 0) AS previous_id, s.edition, s.rule_id, s.severity, CASE WHEN s.known < s.terms THEN 'undetermined'
    WHEN s.relation = '=' AND s.expected = s.actual THEN 'holds'
    WHEN s.relation = '<=' AND s.expected <= s.actual THEN 'holds'
    WHEN s.relation = '>=' AND s.expected >= s.actual THEN 'holds'
    ELSE 'violated' END AS outcome,
  CASE WHEN s.known = s.terms THEN s.expected END AS expected,
  CASE WHEN s.known = s.terms THEN s.actual END AS actual, nullif('', '') AS figure_text
FROM (
  SELECT r.report_id, u.edition, u.rule_id, u.severity, u.relation, u.constant_term, count(*) AS terms, count(f.figure) AS known,
    sum(CASE WHEN t.side = 'left' THEN t.coefficient * f.figure ELSE 0 END) AS expected,
    u.constant_term - sum(CASE WHEN t.side = 'right' THEN t.coefficient * f.figure ELSE 0 END) AS actual
  FROM report r
  JOIN form_rule u ON u.edition = r.edition AND u.rule_scope = 'report' AND u.rule_kind = 'linear'
  JOIN form_term t ON t.edition = u.edition AND t.rule_id = u.rule_id
  LEFT JOIN figure f ON f.report_id = r.report_id AND f.address = t.address
  GROUP BY r.report_id, u.edition, u.rule_id, u.severity, u.relation, u.constant_term
) s;

CREATE VIEW domain_verdict AS
SELECT r.report_id, nullif(0, 0) AS previous_id, u.edition, u.rule_id, u.severity,
  CASE WHEN f.figure_text IS NULL THEN 'undetermined'
    WHEN f.figure >= u.min_figure THEN 'holds'
    WHEN u.min_figure IS NULL AND f.figure IS NOT NULL THEN 'holds'
    ELSE 'violated' END AS outcome,
  nullif(0, 0) AS expected, nullif(0, 0) AS actual, f.figure_text
FROM report r
JOIN form_rule u ON u.edition = r.edition AND u.rule_kind = 'domain'
LEFT JOIN figure f ON f.report_id = r.report_id AND f.address = u.address;

CREATE VIEW report_previous AS
SELECT r.report_id, p.report_id AS previous_id
FROM report r
JOIN report p ON p.report_year = r.report_year - 1 AND p.agency_code = r.agency_code
UNION ALL
SELECT r.report_id, p.report_id AS previous_id
FROM report r
JOIN report p ON p.report_year = r.report_year - 1 AND p.agency_key = r.agency_key
WHERE r.agency_code IS NULL OR p.agency_code IS NULL;

CREATE VIEW year_verdict AS
SELECT s.report_id, s.previous_id, s.edition, s.rule_id, s.severity, CASE WHEN s.known < s.terms THEN 'undetermined'
    WHEN s.relation = '=' AND s.expected = s.actual THEN 'holds'
    WHEN s.relation = '<=' AND s.expected <= s.actual THEN 'holds'
    WHEN s.relation = '>=' AND s.expected >= s.actual THEN 'holds'
    ELSE 'violated' END AS outcome,
  CASE WHEN s.known = s.terms THEN s.expected END AS expected,
  CASE WHEN s.known = s.terms THEN s.actual END AS actual, nullif('', '') AS figure_text
FROM (
  SELECT r.report_id, q.previous_id, u.edition, u.rule_id, u.severity, u.relation, u.constant_term, count(*) AS terms, count(f.figure) AS known,
    sum(CASE WHEN t.side = 'left' THEN t.coefficient * f.figure ELSE 0 END) AS expected,
    u.constant_term - sum(CASE WHEN t.side = 'right' THEN t.coefficient * f.figure ELSE 0 END) AS actual
  FROM report_previous q
  JOIN report r ON r.report_id = q.report_id
  JOIN report p ON p.report_id = q.previous_id
  JOIN form_rule_previous v ON v.edition = r.edition AND v.previous_edition = p.edition
  JOIN form_rule u ON u.edition = v.edition AND u.rule_id = v.rule_id
  JOIN form_term t ON t.edition = u.edition AND t.rule_id = u.rule_id
  LEFT JOIN figure f ON f.address = t.address
    AND f.report_id = CASE WHEN t.report_role = 'previous' THEN q.previous_id ELSE q.report_id END
  GROUP BY r.report_id, q.previous_id, u.edition, u.rule_id, u.severity, u.relation, u.constant_term
) s;

CREATE VIEW level_set AS
SELECT r.report_id, count(*) AS members,
  count(k.report_id) - count(DISTINCT coalesce(k.agency_code, k.agency_key, k.source_key))
    + sum(CASE WHEN k.agency_code = r.agency_code THEN 1 WHEN k.agency_key = r.agency_key THEN 1 ELSE 0 END) AS doubled
FROM report r
JOIN report_member m ON m.report_id = r.report_id
LEFT JOIN report k ON k.report_id = m.member_id
GROUP BY r.report_id;

CREATE VIEW level_sum AS
SELECT s.report_id, s.edition, s.address, s.unit, count(s.figure) AS known, sum(s.figure) AS figure
FROM (
  SELECT r.report_id, r.edition, c.address, c.unit, CASE WHEN c.unit = 'change' OR f.figure >= 0 THEN f.figure END AS figure
  FROM report r
  JOIN report_member m ON m.report_id = r.report_id
  JOIN report k ON k.report_id = m.member_id AND k.edition = r.edition
    AND (k.report_year = r.report_year OR k.report_year IS NULL OR r.report_year IS NULL)
  JOIN form_cell c ON c.edition = r.edition
  LEFT JOIN figure f ON f.report_id = k.report_id AND f.address = c.address
) s
GROUP BY s.report_id, s.edition, s.address, s.unit;

CREATE VIEW level_verdict AS
SELECT r.report_id, nullif(0, 0) AS previous_id, u.edition, u.rule_id, u.severity,
  CASE WHEN n.doubled > 0 OR w.figure IS NULL THEN 'undetermined'
    WHEN s.known < n.members AND (s.unit = 'change' OR w.figure >= s.figure) THEN 'undetermined'
    WHEN s.known IS NULL OR s.figure IS NULL THEN 'undetermined'
    WHEN w.figure < s.figure THEN 'violated'
    WHEN w.figure = s.figure OR u.relation = '>=' THEN 'holds'
    ELSE 'violated' END AS outcome,
  s.figure AS expected, w.figure AS actual, nullif('', '') AS figure_text
FROM report r
JOIN level_set n ON n.report_id = r.report_id
JOIN form_rule u ON u.edition = r.edition AND u.rule_scope = 'levels' AND u.rule_kind = 'linear'
  AND u.relation = CASE WHEN r.members_complete THEN '=' ELSE '>=' END
JOIN form_term t ON t.edition = u.edition AND t.rule_id = u.rule_id AND t.report_role = 'this'
LEFT JOIN level_sum s ON s.report_id = r.report_id AND s.address = t.address
LEFT JOIN (
  SELECT f.report_id, f.address, CASE WHEN f.unit = 'change' OR f.figure >= 0 THEN f.figure END AS figure
  FROM figure f
) w ON w.report_id = r.report_id AND w.address = t.address;

CREATE VIEW verdict AS
SELECT report_id, previous_id, edition, rule_id, severity, outcome, expected, actual, figure_text FROM balance_verdict
UNION ALL
SELECT report_id, previous_id, edition, rule_id, severity, outcome, expected, actual, figure_text FROM domain_verdict
UNION ALL
SELECT report_id, previous_id, edition, rule_id, severity, outcome, expected, actual, figure_text FROM year_verdict
UNION ALL
SELECT report_id, previous_id, edition, rule_id, severity, outcome, expected, actual, figure_text FROM level_verdict;

CREATE VIEW report_status AS
SELECT v.report_id,
  CASE WHEN sum(CASE WHEN v.outcome = 'violated' THEN 1 ELSE 0 END) > 0 THEN 'unbalanced'
    WHEN sum(CASE WHEN v.outcome = 'undetermined' THEN 1 ELSE 0 END) > 0 THEN 'undetermined'
    ELSE 'balanced' END AS status
FROM (
  SELECT report_id, severity, outcome FROM balance_verdict
  UNION ALL
  SELECT report_id, severity, outcome FROM domain_verdict
) v
WHERE v.severity = 'error'
GROUP BY v.report_id;

CREATE VIEW finding AS
SELECT v.report_id, v.previous_id, v.edition, v.rule_id, v.severity, v.expected, v.actual, v.actual - v.expected AS difference,
  v.figure_text, u.statement_zh, u.statement_en
FROM verdict v
JOIN form_rule u ON u.edition = v.edition AND u.rule_id = v.rule_id
WHERE v.outcome = 'violated';
