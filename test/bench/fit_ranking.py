"""Fits the weights of src/search/passageScore.ts. Needs Python 3 with NumPy.

  ranking:  fit_ranking.py rank --rows ROWS.jsonl [--use name,name,...]
            Which passage answers: a linear choice among the passages of each question (softmax). Prints the share of questions whose
            right passage comes first, and among the first five, with weights fitted on the other half of the articles, then the weights
            fitted on all.
  answers:  fit_ranking.py answers --right ROWS.jsonl:PASSAGES[:WEIGHT] ... --none ROWS.jsonl:PASSAGES[:WEIGHT] ... [--use name,name,...]
            Whether a passage answers: the logarithm of the odds (logistic), from questions that have an answer and questions that have
            none. PASSAGES: how many there are, or a mean; WEIGHT: what the set counts. Prints the threshold (for one passage) below which
            4.5 of 100 of the first set fall, and the share of each set below it with weights fitted on the other half of the articles;
            then the weights fitted on all, "amongMany" (by how much the threshold rises when there are e times as many passages), and
            the threshold for these.

ROWS are what `npm run -s bench:features` prints. The best passage is the first row, as the weights of now have it.
"""
import argparse
import json

import numpy as np


def read(path):
    with open(path) as lines:
        names = json.loads(next(lines))['features']
        return names, [json.loads(line) for line in lines]


def padded(questions, columns):
    most = max(len(q['rows']) for q in questions)
    rows = np.zeros((len(questions), most, len(columns)))
    there = np.zeros((len(questions), most), bool)
    right = np.zeros((len(questions), most))
    for at, question in enumerate(questions):
        for place, row in enumerate(question['rows']):
            rows[at, place] = [row['features'][column] for column in columns]
            there[at, place] = True
            right[at, place] = row['right']
    return rows, there, right


def descend(gradient, size, rounds):
    """Adam with a smaller step in the last third."""
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, rounds + 1):
        slope = gradient(weights)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        rate = 0.1 if step < rounds * 2 / 3 else 0.03
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def choose(rows, there, right, rounds=800, decay=1e-3):
    known = right.sum(1) > 0
    rows, there, right = rows[known], there[known], right[known]
    wanted = right / right.sum(1, keepdims=True)

    def gradient(weights):
        scores = np.where(there, rows @ weights, -1e9)
        shares = np.exp(scores - scores.max(1, keepdims=True)) * there
        shares /= shares.sum(1, keepdims=True)
        return np.einsum('qk,qkd->d', shares - wanted, rows) / len(rows) + decay * weights

    return descend(gradient, rows.shape[2], rounds)


def recall(rows, there, right, weights):
    order = np.argsort(-np.where(there, rows @ weights, -1e9), 1, kind='stable')
    found = np.take_along_axis(right, order, 1)
    return 100 * (found[:, 0] > 0).mean(), 100 * (found[:, :5].sum(1) > 0).mean()


def rank(options):
    names, questions = read(options.rows)
    use = options.use.split(',') if options.use else names
    parts = padded(questions, [names.index(name) for name in use])
    groups = sorted({question['group'] for question in questions})
    half = np.array([groups.index(question['group']) % 2 for question in questions])
    scores = []
    for side in (0, 1):
        weights = choose(*(part[half != side] for part in parts))
        scores.append(recall(*(part[half == side] for part in parts), weights))
    print('fitted on the other half: first %.1f, first five %.1f' % tuple(np.mean(scores, 0)))
    print({name: round(float(weight), 2) for name, weight in zip(use, choose(*parts))})


# What a number may say of an answer: nothing against it, nothing for it, either. Those left out tell the kind of corpus, not the answer.
LACKS = ('lacksNumber', 'lacksRare', 'lacksCommon', 'unknown')
EITHER = ('unknownRare', 'unknownCommon', 'size')
LEFT_OUT = ('length', 'said', 'order', 'first', 'speaker', 'unknownName')
LEAST_SINGLE = -0.5
LOST = 0.045


def sets(given, truth):
    """FILE:PASSAGES[:WEIGHT] each: the best row of its questions, the half its article is in, how many passages there are, what the set counts."""
    for one in given:
        path, passages, *weight = one.split(':')
        names, questions = read(path)
        questions = [question for question in questions if question['rows']]
        best = np.array([question['rows'][0]['features'] for question in questions])
        half = np.array([sum(question['group'].encode()) % 2 for question in questions])
        yield path, names, best, half, float(passages), float(*weight or [1.0]), truth


def answers(options):
    given = [*sets(options.right, True), *sets(options.none, False)]
    use = options.use.split(',') if options.use else [name for name in given[0][1] if name not in LEFT_OUT]
    columns = [given[0][1].index(name) for name in use]
    # What stands last: the logarithm of the number of passages, and a constant.
    low = np.array([-np.inf if name in LACKS + EITHER else LEAST_SINGLE if name == 'single' else 0.0 for name in use] + [0.0, -np.inf])
    high = np.array([0.0 if name in LACKS + ('single',) else np.inf for name in use] + [np.inf, np.inf])
    decay = np.array([2e-4] * (len(use) + 1) + [0.0])

    def told(best, passages):
        return np.c_[best[:, columns], np.full(len(best), -np.log(passages)), np.ones(len(best))]

    def fit(is_in):
        parts = [(told(best, passages)[is_in(half)], weight, truth) for _, _, best, half, passages, weight, truth in given]
        parts = [part for part in parts if len(part[0]) > 0]
        rows = np.concatenate([part for part, _, _ in parts])
        truth = np.concatenate([np.full(len(part), float(right)) for part, _, right in parts])
        share = np.concatenate([np.full(len(part), weight / len(part)) for part, weight, _ in parts])
        share /= share.sum()
        weights, mean, square = np.zeros(len(low)), np.zeros(len(low)), np.zeros(len(low))
        for step in range(1, 2501):
            chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
            slope = rows.T @ (share * (chance - truth)) + decay * weights
            mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
            rate = 0.1 if step < 1500 else 0.02
            weights = np.clip(weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8), low, high)
        return weights

    halves = [fit(lambda half: half != side) for side in (0, 1)]
    sure = []
    for path, _, best, half, passages, _, _ in given:
        rows = told(best, passages)
        sure.append((path, np.where(half == 0, rows @ halves[0], rows @ halves[1])))
    least = np.quantile(sure[0][1], LOST)
    for path, values in sure:
        print('%5.1f of 100 fall below: %s' % (100 * (values < least).mean(), path))
    weights = fit(lambda half: half >= 0)
    first = told(given[0][2], given[0][4]) @ weights
    print({name: round(float(weight), 2) for name, weight in zip(use + ['amongMany'], weights) if abs(weight) >= 0.005})
    print('least %.2f' % (np.quantile(first, LOST) - weights[-1]))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
kinds = parser.add_subparsers(required=True)
one = kinds.add_parser('rank')
one.add_argument('--rows', required=True)
one.add_argument('--use')
one.set_defaults(run=rank)
other = kinds.add_parser('answers')
other.add_argument('--right', required=True, action='append')
other.add_argument('--none', required=True, action='append')
other.add_argument('--use')
other.set_defaults(run=answers)
chosen = parser.parse_args()
chosen.run(chosen)
