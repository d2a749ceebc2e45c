INSERT INTO report (report_id, source_key, file, agency, agency_code, agency_level, year_text, edition)
SELECT (SELECT coalesce(max(report_id), 0) FROM report) + row_number() OVER (ORDER BY source_key) AS report_id, source_key, file, agency, agency_code,
  max(agency_level) AS agency_level, report_year AS year_text, edition
FROM tidy_line
WHERE edition IN ('2021', '2019')
GROUP BY source_key, file, agency_code, agency, report_year, edition;

INSERT INTO figure (report_id, address, unit, figure_text, raw_text, cell_status, place)
SELECT r.report_id, c.address, c.unit, t.figure_text, t.raw_text, t.cell_status, t.place
FROM tidy_line t
JOIN report r ON r.source_key = t.source_key
JOIN form_cell c ON c.edition = t.edition AND c.address = t.address;

DELETE FROM tidy WHERE EXISTS (SELECT 1 FROM form_cell c WHERE c.edition = tidy.edition AND c.address = tidy.address);
