"""What a page draws, interpreted once: the text that it holds and the pixels that it shows."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pymupdf

EXTRACTION: int = (
    pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
    | pymupdf.TEXT_IGNORE_ACTUALTEXT
)
"""A replacement text (``/ActualText``) is ignored, since it need not be what the page draws."""

Pixels = npt.NDArray[np.uint8]
"""Rows of pixels of three colours."""

_EVERYWHERE: Any = pymupdf.INFINITE_RECT()  # type: ignore[no-untyped-call]
"""Text off the page is kept, to be found and flagged."""

_AS_IS: Any = pymupdf.Matrix(1, 1)  # type: ignore[no-untyped-call]
"""One pixel is one point, so boxes need no scaling."""


def text_of(page: Any) -> Any:
    """The text page of a page; of one that is shown turned, as it is before it is turned."""
    return page.get_textpage(clip=_EVERYWHERE, flags=EXTRACTION)


class Drawing:
    """The contents of a page as a list of what is drawn, which is played for text and pixels."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._list = page.get_displaylist(annots=False)

    def text(self) -> Any:
        """What :func:`text_of` gives: the contents' text, and that of annotations and fields."""
        if self._page.rotation:
            return text_of(self._page)
        mupdf, page, matrix = pymupdf.mupdf, self._page.this, pymupdf.mupdf.FzMatrix()
        everywhere, cookie = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE), mupdf.FzCookie()
        text = mupdf.FzStextPage(everywhere)
        device = mupdf.fz_new_stext_device(text, mupdf.FzStextOptions(EXTRACTION))
        mupdf.fz_run_display_list(self._list.this, device, matrix, everywhere, cookie)
        mupdf.fz_run_page_annots(page, device, matrix, cookie)
        mupdf.fz_run_page_widgets(page, device, matrix, cookie)
        mupdf.fz_close_device(device)
        return pymupdf.TextPage(text)  # type: ignore[no-untyped-call]

    def pixels(self) -> Pixels:
        """The contents as they are seen on white, without annotations."""
        pixmap = self._list.get_pixmap(matrix=_AS_IS, colorspace=pymupdf.csRGB, alpha=0)
        flat = np.frombuffer(pixmap.samples, dtype=np.uint8)
        return flat.reshape(pixmap.height, pixmap.width, 3)
