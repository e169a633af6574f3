"""Generated agreements for measuring: the same text in the layout of each program measured."""
from .annex import write_annex
from .corpus import Corpus
from .hugo import write_hugo
from .neutral import write_neutral
from .output import Output

WRITERS = {"annex": write_annex, "hugo": write_hugo, "neutral": write_neutral}

__all__ = ["Corpus", "Output", "WRITERS"]
