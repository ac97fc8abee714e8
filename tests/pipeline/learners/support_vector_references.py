"""Prints support_vector_references.json: what scikit-learn's SVC makes of the rows of cyclic_rows.ts.

Made with scikit-learn 1.2.1:
    /usr/bin/python3 support_vector_references.py > support_vector_references.json
"""

import json

import numpy as np
from sklearn.svm import SVC

i = np.arange(120)
y = i % 3


def cycle(factor, size):
    return i * factor % size / size


X = np.stack(
    [
        cycle(37, 101) + 0.5 * (y == 1),
        cycle(53, 97) * 2 - (y == 2),
        cycle(29, 89) + 0.2 * y,
        cycle(71, 113),
    ],
    1,
).astype(np.float32).astype(float)
X -= X.mean(0)
gamma = 1 / (4 * X.var())


def case(kernel, cost, weight=None):
    # The linear kernel has gamma here too.
    options = {"kernel": "poly", "degree": 1, "coef0": 0} if kernel == "linear" else {
        "kernel": "poly", "degree": 3, "coef0": 1} if kernel == "polynomial" else {"kernel": "rbf"}
    pairs = []
    for first, second in ((0, 1), (0, 2), (1, 2)):
        of_pair = (y == first) | (y == second)
        sign = np.where(y[of_pair] == first, 1, -1)
        weights = None if weight is None else {1: weight, -1: 1}
        model = SVC(C=cost, gamma=gamma, tol=1e-9, class_weight=weights, **options).fit(X[of_pair], sign)
        decisions = model.decision_function(X[of_pair])
        dual = model.dual_coef_[0]
        quadratic = dual @ (decisions[model.support_] - model.intercept_[0])
        # Rows of the first class before those of the second.
        order = np.argsort(-sign, kind="stable")
        pairs.append({
            "first": first,
            "second": second,
            "objective": quadratic / 2 - np.abs(dual).sum(),
            "decisions": decisions[order].round(10).tolist(),
        })
    return {"kernel": kernel, "C": cost, "firstWeight": weight or 1, "pairs": pairs}


print(json.dumps({
    "gamma": gamma,
    "cases": [case("rbf", 1), case("rbf", 10), case("rbf", 10, 3), case("linear", 1), case("polynomial", 1)],
}))
