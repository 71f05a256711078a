"""Fits the weights of src/search/passageScore.ts. Needs Python 3 with NumPy.

  ranking:  fit_ranking.py rank --rows ROWS.jsonl [--use name,name,...]
            Which passage answers: a linear choice among the passages of each question (softmax). Prints the share of questions whose
            right passage comes first, and among the first five, with weights fitted on the other half of the articles, then the weights
            fitted on all.
  answers:  fit_ranking.py answers --right ROWS.jsonl:PASSAGES[:WEIGHT] ... --none ROWS.jsonl:PASSAGES[:WEIGHT] ... [--slope S]
            Whether a passage answers: the logarithm of the odds (logistic), from questions that have an answer and questions that have
            none; of the latter's rows those that are right are left out. PASSAGES: how many there are, or a mean; WEIGHT: what the set
            counts. Prints the weights, the threshold (for one passage) below which 5 of 100 of the first set fall, and the share of
            each set below it. S: by how much the threshold rises when there are e times as many passages.

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
LACKS = ('lacksNumber', 'lacksRare', 'lacksCommon')
EITHER = ('unknownRare', 'unknownCommon', 'size')
LEFT_OUT = ('length', 'said', 'order', 'first', 'speaker')
LEAST_SINGLE = -0.5


def sets(given, truth):
    """FILE:PASSAGES[:WEIGHT] each: the best rows of its questions, how many passages there are, and what the set counts."""
    for one in given:
        path, passages, *weight = one.split(':')
        names, questions = read(path)
        wanted = [question['rows'] for question in questions if question['rows']]
        if not truth:
            wanted = [rest for rest in ([row for row in rows if not row['right']] for rows in wanted) if rest]
        best = np.array([[(rows[at] if at < len(rows) else rows[-1])['features'] for at in range(3)] for rows in wanted])
        yield names, best, float(passages), float(*weight or [1.0]), truth


def answers(options):
    given = [*sets(options.right, True), *sets(options.none, False)]
    names = given[0][0]
    low = np.array([0.0 if name not in LACKS + EITHER else -np.inf for name in names] + [-np.inf])
    high = np.array([0.0 if name in LACKS + LEFT_OUT else np.inf for name in names] + [np.inf])
    low[names.index('single')], high[names.index('single')] = LEAST_SINGLE, 0.0
    many = options.slope * np.log(np.concatenate([np.full(len(rows), passages) for _, rows, passages, _, _ in given]))
    rows = np.concatenate([np.c_[rows[:, 0], np.ones(len(rows))] for _, rows, _, _, _ in given])
    truth = np.concatenate([np.full(len(rows), float(right)) for _, rows, _, _, right in given])
    share = np.concatenate([np.full(len(rows), weight / len(rows)) for _, rows, _, weight, _ in given])
    share /= share.sum()
    decay = np.array([2e-4] * len(names) + [0.0])

    weights, mean, square = np.zeros(len(low)), np.zeros(len(low)), np.zeros(len(low))
    for step in range(1, 4001):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights - many, -30, 30)))
        slope = rows.T @ (share * (chance - truth)) + decay * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
        rate = 0.1 if step < 2500 else 0.01
        weights = np.clip(weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8), low, high)
    print({name: round(float(weight), 2) for name, weight in zip(names, weights) if abs(weight) >= 0.005})
    # Any of the first three may answer.
    sure = [((rows @ weights[:-1]).max(1) - options.slope * np.log(passages), right) for _, rows, passages, _, right in given]
    least = np.quantile(next(values for values, right in sure if right), 0.05)
    print('least %.2f' % least)
    for path, (values, _) in zip([*options.right, *options.none], sure):
        print('%5.1f of 100 fall below: %s' % (100 * (values < least).mean(), path))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
kinds = parser.add_subparsers(required=True)
one = kinds.add_parser('rank')
one.add_argument('--rows', required=True)
one.add_argument('--use')
one.set_defaults(run=rank)
other = kinds.add_parser('answers')
other.add_argument('--right', required=True, action='append')
other.add_argument('--none', required=True, action='append')
other.add_argument('--slope', type=float, default=0.13)
other.set_defaults(run=answers)
chosen = parser.parse_args()
chosen.run(chosen)
