"""Fits XGBoost or HistGradientBoosting to rows that bench/boosting.ts wrote; prints one JSON object.

Usage: boosting_peer.py FOLDER ROWS THREADS fit|folds xgboost|scikit-learn

FOLDER holds values.f32 (n×d row-major), codes.i32 and, for folds, folds.i32 (the fold that tests each row).
"""
import json
import os
import sys
import time

folder, rows, threads, task, peer = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
os.environ["OMP_NUM_THREADS"] = str(threads)

import numpy as np  # noqa: E402


def read(name, kind):
    return np.fromfile(f"{folder}/{name}", kind)


def model():
    if peer == "xgboost":
        from xgboost import XGBClassifier
        return XGBClassifier(n_estimators=100, max_depth=6, learning_rate=0.1, tree_method="hist", n_jobs=threads)
    from sklearn.ensemble import HistGradientBoostingClassifier
    return HistGradientBoostingClassifier(max_iter=100, early_stopping=False, random_state=0)


X, y = read("values.f32", np.float32).reshape(rows, -1), read("codes.i32", np.int32)
model().fit(X[:200], np.arange(200) % 2)
if task == "fit":
    start = time.perf_counter()
    model().fit(X, y)
    print(json.dumps({"seconds": time.perf_counter() - start}))
else:
    from sklearn.metrics import f1_score
    folds = read("folds.i32", np.int32)
    scores = []
    for fold in range(folds.max() + 1):
        fitted = model().fit(X[folds != fold], y[folds != fold])
        scores.append(f1_score(y[folds == fold], fitted.predict(X[folds == fold]), average="macro"))
    print(json.dumps({"macro_f1": float(np.mean(scores))}))
