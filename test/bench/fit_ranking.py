"""Fits the weights of src/search/passageScore.ts. Needs Python 3 with NumPy.

  ranking:  fit_ranking.py rank --rows ROWS.jsonl [--use name,name,...]
            Which passage answers: a linear choice among the passages of each question (softmax). Prints the share of questions whose
            right passage comes first, and among the first five, with weights fitted on the other half of the articles, then the weights
            fitted on all.
  answers:  fit_ranking.py answers --right ROWS.jsonl --none ROWS.jsonl [--none ...]
            Whether the best passage answers: the logarithm of the odds (logistic), from questions that have an answer and questions that
            have none. Prints the weights, the threshold below which 5 of 100 right ones fall, and the share of the others below it.

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


def answers(options):
    names, right = read(options.right)
    none = [question for path in options.none for question in read(path)[1]]
    best = lambda questions: np.array([[*question['rows'][0]['features'], 1.0] for question in questions if question['rows']])
    yes, no = best(right), best(none)
    rows = np.concatenate([yes, no])
    truth = np.concatenate([np.ones(len(yes)), np.zeros(len(no))])

    def gradient(weights):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        return rows.T @ (chance - truth) / len(rows) + 1e-3 * weights

    weights = descend(gradient, rows.shape[1], 3000)
    least = np.quantile(yes @ weights, 0.05)
    print({name: round(float(weight), 2) for name, weight in zip([*names, 'bias'], weights)})
    print('least %.2f: below it 5.0 of 100 that have an answer, %.1f of the others' % (least, 100 * (no @ weights < least).mean()))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
kinds = parser.add_subparsers(required=True)
one = kinds.add_parser('rank')
one.add_argument('--rows', required=True)
one.add_argument('--use')
one.set_defaults(run=rank)
other = kinds.add_parser('answers')
other.add_argument('--right', required=True)
other.add_argument('--none', required=True, action='append')
other.set_defaults(run=answers)
chosen = parser.parse_args()
chosen.run(chosen)
