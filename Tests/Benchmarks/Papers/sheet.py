#!/usr/bin/env python3
"""Prints the sheets of CertificateSheet.swift with ReportLab and says what it took, as JSON."""

import argparse
import io
import json
import time

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

WIDTH, HEIGHT = 210 * mm, 297 * mm
ISSUER = "滨州重工有限公司"
BODY = ("本证书由滨州重工有限公司颁发,表明持证人通过本机构组织的特级技师评价,具备该职业(工种)特级技师相应的"
        "职业技能水平。")
NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
ALIGNED = {"left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT}


class Sheet:
    def __init__(self, photo, codes):
        self.photo = ImageReader(photo)
        self.codes = codes
        self.body = ParagraphStyle("body", fontName="F", fontSize=12, leading=19.2, alignment=TA_JUSTIFY,
                                   firstLineIndent=24, wordWrap="CJK")

    def describe(self, canvas, number):
        canvas.setTitle(f"特级技师证书 {number}")
        canvas.setAuthor(ISSUER)
        canvas.setSubject(number)

    def line(self, canvas, text, x, y, width, size, alignment):
        canvas.setFont("F", size)
        y = HEIGHT - y * mm - size * 1.3
        if alignment == "left":
            canvas.drawString(x * mm, y, text)
        elif alignment == "right":
            canvas.drawRightString((x + width) * mm, y, text)
        else:
            canvas.drawCentredString((x + width / 2) * mm, y, text)

    def code(self, canvas, text, x, y, side):
        widget = QrCodeWidget(text, barLevel="M")
        left, bottom, right, top = widget.getBounds()
        scale = side * mm / (right - left)
        drawing = Drawing(side * mm, side * mm, transform=[scale, 0, 0, scale, 0, 0])
        drawing.add(widget)
        renderPDF.draw(drawing, canvas, x * mm, HEIGHT - (y + side) * mm)

    def draw(self, canvas, index):
        number = f"Y00003716000126T{index:06d}"
        for margin, thickness in ((9, 1.6), (11, 0.5)):
            canvas.setLineWidth(thickness)
            canvas.rect(margin * mm, margin * mm, WIDTH - 2 * margin * mm, HEIGHT - 2 * margin * mm)
        self.line(canvas, "特 级 技 师 证 书", 25, 30, 160, 30, "centre")
        body = Paragraph(BODY, self.body)
        _, height = body.wrap(146 * mm, HEIGHT)
        body.drawOn(canvas, 32 * mm, HEIGHT - 64 * mm - height)
        name = NAMES[index % 20] + NAMES[index // 20 % 20] + NAMES[index // 400 % 20]
        rows = (("姓名:", name), ("证件类型:", "居民身份证"), ("证件号码:", f"371602198001{index:06d}"),
                ("职业名称:", "焊工"), ("工种/职业方向:", "--"), ("职业技能等级:", "特级技师"), ("证书编号:", number))
        for place, (label, value) in enumerate(rows):
            y = 106 + place * 11.5
            self.line(canvas, label, 32, y, 36, 12, "right")
            self.line(canvas, value, 70, y, 74, 14 if place == 0 else 12, "left")
        canvas.setLineWidth(0.4)
        canvas.rect(151 * mm, HEIGHT - 140 * mm, 25 * mm, 35 * mm)
        canvas.drawImage(self.photo, 151 * mm, HEIGHT - 140 * mm, 25 * mm, 35 * mm)
        self.line(canvas, ISSUER, 92, 204, 88, 14, "centre")
        self.line(canvas, "2026年10月14日", 92, 214, 88, 12, "centre")
        self.line(canvas, "证书信息查询网址:http://jndj.osta.org.cn", 62, 248, 74, 8.5, "left")
        self.line(canvas, "机构信息查询网址:http://pjjg.osta.org.cn", 62, 253, 74, 8.5, "left")
        if self.codes:
            self.code(canvas, "http://jndj.osta.org.cn", 32, 238, 24)
            self.code(canvas, f"https://gs.example.gov.cn/verify#{number}" + "aB3_" * 70, 138, 228, 40)
        canvas.showPage()
        return number


def peak():
    with open("/proc/self/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("form", choices=("single", "batch"))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--font", required=True, help="a TrueType file")
    parser.add_argument("--photo", required=True)
    parser.add_argument("--codes", action="store_true")
    parser.add_argument("--output", required=True)
    asked = parser.parse_args()
    pdfmetrics.registerFont(TTFont("F", asked.font))
    sheet = Sheet(asked.photo, asked.codes)

    def single(index):
        made = io.BytesIO()
        canvas = Canvas(made, pagesize=(WIDTH, HEIGHT))
        sheet.describe(canvas, f"Y00003716000126T{index:06d}")
        sheet.draw(canvas, index)
        canvas.save()
        return made.getvalue()

    single(0)
    start = time.process_time()
    if asked.form == "single":
        for index in range(1, asked.count + 1):
            made = single(index)
        with open(asked.output, "wb") as file:
            file.write(made)
    else:
        canvas = Canvas(asked.output, pagesize=(WIDTH, HEIGHT))
        for index in range(1, asked.count + 1):
            sheet.draw(canvas, index)
        canvas.save()
    print(json.dumps({"count": asked.count, "seconds": time.process_time() - start, "peak": peak()}))


if __name__ == "__main__":
    main()
