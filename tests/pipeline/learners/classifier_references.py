"""Prints classifier_references.jsonl: what scikit-learn's simple classifiers say of small tables.

Made with scikit-learn 1.2.1:
    /usr/bin/python3 classifier_references.py > classifier_references.jsonl
"""

import json

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.metrics import log_loss
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier

# The rows of cyclic_rows.ts, the last class thinned out: 94 rows, 14 of them of class 2.
i = np.arange(120)
y = i % 3
c = lambda a, m: i * a % m / m
X = np.stack([c(37, 101) + 0.5 * (y == 1), c(53, 97) * 2 - (y == 2), c(29, 89) + 0.2 * y, c(71, 113)], 1)
X = X.astype(np.float32).astype(float)
keep = (y != 2) | (i % 9 == 2)
fresh = X[:12] + 0.03


def show(learner, params, **results):
    print(json.dumps({"learner": learner, "params": params, **results}))


def probabilities(learner, params, model):
    model.fit(X[keep], y[keep])
    show(learner, params, probabilities=model.predict_proba(fresh).ravel().tolist())


for smoothing in [1e-9, 1e-2]:
    probabilities("gaussian-naive-bayes", {"smoothing": smoothing}, GaussianNB(var_smoothing=smoothing))
for strategy, theirs in [("prior", "prior"), ("most-frequent", "most_frequent")]:
    probabilities("dummy", {"strategy": strategy}, DummyClassifier(strategy=theirs))
for neighbours in [1, 5, 20]:
    for weights in ["uniform", "distance"]:
        probabilities(
            "k-nearest-neighbours",
            {"neighbours": neighbours, "weights": weights},
            KNeighborsClassifier(neighbours, weights=weights),
        )

# Where several splits are as good, scikit-learn lets chance decide: only what no chance changes is kept.
for weight in ["none", "balanced"]:
    for alpha in [0, 1e-3, 5e-3, 1e-2, 2e-2, 5e-2]:
        found = set()
        for seed in range(20):
            tree = DecisionTreeClassifier(
                min_samples_leaf=3,
                ccp_alpha=alpha,
                class_weight=None if weight == "none" else weight,
                random_state=seed,
            ).fit(X[keep], y[keep])
            loss = log_loss(y[keep], tree.predict_proba(X[keep]))
            found.add((tree.tree_.node_count, round(loss, 6)))
        if len(found) > 1:
            continue
        ((nodes, loss),) = found
        params = {"minSamplesLeaf": 3, "costPerLeaf": alpha, "classWeight": weight}
        show("decision-tree", params, nodes=nodes, loss=loss)
