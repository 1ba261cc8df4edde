"""Makes the workbooks beside it, lists of applications as people send them: python3 make.py, with openpyxl 3.1 and XlsxWriter
3.2 from PyPI. The columns are those of deploy/sample/applicants.csv."""
import csv
import datetime
import pathlib
import sys
import zipfile

import openpyxl
import xlsxwriter

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent))
from make import stamp  # noqa: E402

sample = here.parents[3] / "deploy/sample/applicants.csv"
# Signed before the day of the tests that hand them in.
signed = sample.read_text(encoding="utf-8-sig").replace("2026-09-10", "2026-08-31")
lines = list(csv.reader(signed.splitlines()))
headings, rows = lines[0], lines[1:]
at = {heading: place for place, heading in enumerate(headings)}


def row(number, **changes):
    cells = list(rows[number])
    for heading, value in changes.items():
        cells[at[heading]] = value
    return cells


def save(workbook, name):
    workbook.save(here / name)
    stamp(here / name)


def merged():
    """Unit and workshop merged over three rows, as people like to have it."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "申报"
    sheet.append(["特级技师申报汇总表"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(headings))
    sheet.append(headings)
    for number in (0, 1, 2):
        sheet.append(row(number))
    for heading in ("所在单位", "入职日期"):
        column = at[heading] + 1
        for below in (4, 5):
            sheet.cell(below, column).value = None
        sheet.merge_cells(start_row=3, start_column=column, end_row=5, end_column=column)
    save(workbook, "merged.xlsx")


def cells():
    """Formulas with and without results, days in every form, numbers Excel has rounded, truth values, spaces."""
    path = here / "cells.xlsx"
    workbook = xlsxwriter.Workbook(path)
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    sheet = workbook.add_worksheet("申报")
    sheet.write_row(0, 0, headings)
    for line, number in enumerate((0, 1, 2, 3, 4, 5, 6, 7), start=1):
        for column, text in enumerate(row(number)):
            sheet.write_string(line, column, text)
    sheet.write_formula(1, at["部门车间"], '="焊接"&"一车间"', None, "焊接一车间")
    sheet.write_datetime(1, at["入职日期"], datetime.datetime(2005, 7, 1), day)
    sheet.write_number(2, at["入职日期"], 38534)
    sheet.write_boolean(2, at["身体条件确认"], True)
    sheet.write_string(2, at["证件号码"], "  372323 19820607 9977 ")
    sheet.write_number(3, at["证件号码"], 372330197802199982)
    sheet.write_number(4, at["原证书编号"], 1837160001100012)
    sheet.write_formula(5, at["岗位名称"], "=#REF!", None, "#REF!")
    sheet.write_string(6, at["入职日期"], "2005年13月1日")
    sheet.write_number(7, at["入职日期"], 5)
    sheet.write_string(8, at["姓名"], "\U0002CB4E\U00020000")
    workbook.close()
    stamp(path)


def uncalculated():
    """openpyxl writes formulas without results."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(headings)
    sheet.append(row(0, 岗位名称='="焊接"&"班长"'))
    save(workbook, "uncalculated.xlsx")


def hidden():
    """The list stands on a sheet between hidden ones; the rows of one of them look like applications."""
    workbook = openpyxl.Workbook()
    before = workbook.active
    before.title = "去年的"
    before.append(headings)
    before.append(row(5))
    before.sheet_state = "hidden"
    shown = workbook.create_sheet("今年")
    shown.append(headings)
    shown.append(row(0))
    shown.append(row(1))
    shown.row_dimensions[3].hidden = True
    after = workbook.create_sheet("字典")
    after.append(["焊工", "6-18-02-04"])
    after.sheet_state = "veryHidden"
    save(workbook, "hidden.xlsx")


def old_template():
    """An older template without two columns; and one with all columns."""
    for name, gone in (("old-template.xlsx", ("业绩摘要", "附加条件")), ("old-complete.xlsx", ())):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.append(["2024年特级技师申报表(模板版本0.9)"])
        kept = [heading for heading in headings if heading not in gone]
        sheet.append(kept)
        sheet.append([rows[0][at[heading]] for heading in kept])
        save(workbook, name)


def twice():
    """The same person in two rows, once with the number in full width."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(headings)
    sheet.append(row(0))
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    sheet.append(row(0, 证件号码=rows[0][at["证件号码"]].translate(wide), 部门车间="机加车间"))
    sheet.append(row(2))
    save(workbook, "twice.xlsx")


def macros():
    """A workbook with macros is read, and they are not run."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(headings)
    sheet.append(row(0))
    save(workbook, "macros.xlsm")
    with zipfile.ZipFile(here / "macros.xlsm", "a") as archive:
        archive.writestr(zipfile.ZipInfo("xl/vbaProject.bin", (1980, 1, 1, 0, 0, 0)), b"\xd0\xcf\x11\xe0 not run")


if __name__ == "__main__":
    for make in (merged, cells, uncalculated, hidden, old_template, twice, macros):
        make()
