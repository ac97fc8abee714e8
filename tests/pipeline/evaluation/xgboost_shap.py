"""Prints xgboost_shap.jsonl: trees of XGBoost, rows with holes, and what `pred_contribs` gives for them.

Made with XGBoost 1.7.4:
    /usr/bin/python3 xgboost_shap.py 1 > xgboost_shap.jsonl
"""

import json
import sys

import numpy as np
import xgboost

seed = int(sys.argv[1])
# More rows, trees and depth than the committed file has, for a check against the installed XGBoost.
rows, rounds, depth = [int(text) for text in sys.argv[2:5]] or [24, 3, 4]


def case(name, classes, params):
    random = np.random.default_rng(seed)
    table = random.normal(size=(400, 6)).astype(np.float32)
    # Few distinct values, so that many rows lie exactly on a threshold.
    table[:, 1] = np.round(table[:, 1])
    score = table[:, 0] + table[:, 1] * table[:, 2] - np.abs(table[:, 3])
    label = np.digitize(score, np.quantile(score, np.arange(1, classes) / classes))
    table[random.random(table.shape) < 0.2] = np.nan
    params = {"max_depth": depth, "seed": seed, "nthread": 1, "tree_method": "hist", **params}
    booster = xgboost.train(params, xgboost.DMatrix(table, label), num_boost_round=rounds)
    model = json.loads(booster.save_raw("json"))["learner"]["gradient_booster"]["model"]
    shown = xgboost.DMatrix(table[:rows])
    contributions = booster.predict(shown, pred_contribs=True, strict_shape=True)
    margins = booster.predict(shown, output_margin=True, strict_shape=True)
    print(json.dumps({
        "name": name,
        "outputs": contributions.shape[1],
        "rows": [[None if np.isnan(v) else float(v) for v in row] for row in table[:rows]],
        "outputOfTree": model["tree_info"],
        "trees": [{
            "feature": tree["split_indices"],
            "condition": tree["split_conditions"],
            "defaultLeft": [int(left) for left in tree["default_left"]],
            "left": tree["left_children"],
            "right": tree["right_children"],
            "cover": tree["sum_hessian"],
        } for tree in model["trees"]],
        "margins": margins.tolist(),
        "contributions": np.round(contributions.astype(float), 7).tolist(),
    }))


case("multi-class", 4, {"objective": "multi:softprob", "num_class": 4})
case("binary", 2, {"objective": "binary:logistic", "base_score": 0.5})
