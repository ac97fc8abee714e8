"""Prints ranking_areas.json: what scikit-learn 1.2.1 gives as areas under the curves of labels and probabilities
that a rule gives, the same rule as in ranking_figures_test.ts. Run it as

    python3 tests/pipeline/cells/ranking_areas.py > tests/pipeline/cells/ranking_areas.json
"""

import json

import numpy as np
from sklearn import metrics


def ruled(rows, classes, levels):
    """Integer arithmetic only, so that both languages see the same numbers."""
    truth = [(row * 13 + row // 7) % classes for row in range(rows)]
    scores = [
        [
            (row * 7919 + code * 104729) % levels + (levels // 2 if code == truth[row] else 0)
            for code in range(classes)
        ]
        for row in range(rows)
    ]
    probabilities = np.array(scores, dtype=np.float64)
    probabilities = (probabilities / (2 * levels)).astype(np.float32)
    return np.array(truth), probabilities


def areas(rows, classes, levels):
    truth, probabilities = ruled(rows, classes, levels)
    each = []
    for code in range(classes):
        is_class, score = truth == code, probabilities[:, code].astype(np.float64)
        each.append(
            {
                "roc": metrics.roc_auc_score(is_class, score),
                "precision": metrics.average_precision_score(is_class, score),
            }
        )
    return {"rows": rows, "classes": classes, "levels": levels, "areas": each}


print(json.dumps([areas(40, 3, 13), areas(3000, 4, 997), areas(20000, 5, 9973)], indent=1))
