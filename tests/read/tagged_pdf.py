"""A tagged table as a PDF, object by object: no library at hand writes a tag tree."""

from __future__ import annotations

from collections.abc import Sequence


def tagged_table(rows: Sequence[Sequence[str]], size: float = 10.0) -> bytes:
    """A page with one table and no rules; each cell is marked content of its own."""
    cells = [(row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    drawn = "\n".join(_drawn(number, *cell, size) for number, cell in enumerate(cells))
    tree = "".join(f"<< /S /TR /K [ {_cells(cells, row)} ] >> " for row in range(len(rows)))
    return _file(
        "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Type /StructTreeRoot /K << /S /Table /Pg 3 0 R /K [ {tree}] >> >>",
    )


def _drawn(number: int, row: int, column: int, text: str, size: float) -> str:
    place = f"{60 + 150 * column} {780 - 20 * row}"
    return f"/TD << /MCID {number} >> BDC BT /F {size:g} Tf {place} Td ({text}) Tj ET EMC"


def _cells(cells: Sequence[tuple[int, int, str]], row: int) -> str:
    numbers = (number for number, (at, _, _) in enumerate(cells) if at == row)
    return " ".join(f"<< /S /TD /Pg 3 0 R /K {number} >>" for number in numbers)


def _file(*objects: str) -> bytes:
    made = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + (end + trailer).encode("latin-1")
