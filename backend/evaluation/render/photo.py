"""A drawn portrait for the resumes that show one; it is nobody's."""

import base64
from io import BytesIO

BACKS = ("#dfe6ec", "#e9e2d6", "#e4dfeb", "#dbe7e1")
SKINS = ("#f1c9a5", "#c68a5e", "#8d5a3b", "#e0ac82")
HAIRS = ("#2c2320", "#5a3a22", "#8a8580", "#1b1b22")

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 75" width="60" height="75">
<rect width="60" height="75" fill="{back}"/>
<path d="M6 75c0-16 10-22 24-22s24 6 24 22z" fill="{tone}"/>
<path d="M24 44h12v11c-3 4-9 4-12 0z" fill="{skin}"/>
<ellipse cx="30" cy="31" rx="13" ry="16" fill="{skin}"/>
<path d="M16 31c-2-26 30-26 28 0-2-8-6-11-14-11s-12 3-14 11z" fill="{hair}"/>
</svg>"""


def portrait(tone: str, variant: int) -> str:
    """The portrait as SVG, in clothes of colour ``tone``."""
    return SVG.format(
        back=BACKS[variant % len(BACKS)],
        skin=SKINS[variant // 2 % len(SKINS)],
        hair=HAIRS[variant // 3 % len(HAIRS)],
        tone=tone,
    )


def portrait_png(tone: str, variant: int) -> BytesIO:
    """The portrait as PNG, for Word."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - checking labels needs no package

    image = Image.new("RGB", (240, 300), BACKS[variant % len(BACKS)])
    draw = ImageDraw.Draw(image)
    skin = SKINS[variant // 2 % len(SKINS)]
    draw.ellipse((24, 212, 216, 420), fill=tone)
    draw.ellipse((64, 40, 176, 150), fill=HAIRS[variant // 3 % len(HAIRS)])
    draw.rectangle((96, 176, 144, 226), fill=skin)
    draw.ellipse((78, 64, 162, 190), fill=skin)
    content = BytesIO()
    image.quantize(32).save(content, "PNG", optimize=True)
    content.seek(0)
    return content


def data_uri(svg: str) -> str:
    """``svg`` as an address that HTML takes."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
