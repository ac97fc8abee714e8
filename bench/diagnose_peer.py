"""Diagnoses the rows that bench/diagnose.ts wrote by pandas and XGBoost; prints seconds as one JSON object.

Usage: diagnose_peer.py FOLDER

Reads FOLDER/train.csv to train, which is not timed, and FOLDER/rows.csv; writes FOLDER/peer.csv.
"""
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "2"

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
from xgboost import XGBClassifier  # noqa: E402

folder = sys.argv[1]
train = pd.read_csv(f"{folder}/train.csv")
features = [name for name in train.columns if name not in ("sample_id", "fault")]
classes = sorted(set(train.fault))
model = XGBClassifier(n_estimators=100, max_leaves=16, grow_policy="lossguide", max_depth=0,
                      learning_rate=0.1, tree_method="hist", n_jobs=2)
model.fit(train[features].to_numpy(np.float32), np.searchsorted(classes, train.fault))

start = time.perf_counter()
rows = pd.read_csv(f"{folder}/rows.csv")
values = rows[features].to_numpy(np.float32)
read = time.perf_counter()
probabilities = model.predict_proba(values)
predicted = time.perf_counter()
order = np.argsort(-probabilities, axis=1)
result = pd.DataFrame({
    "sample_id": rows.sample_id,
    "diagnosis": np.take(classes, order[:, 0]),
    "confidence": np.take_along_axis(probabilities, order[:, :1], axis=1)[:, 0],
    "runner_up": np.take(classes, order[:, 1]),
    **{f"p_{name}": probabilities[:, code] for code, name in enumerate(classes)},
})
result.to_csv(f"{folder}/peer.csv", index=False, float_format="%.6f")
end = time.perf_counter()
print(json.dumps({"reading": read - start, "predicting": predicted - read, "writing": end - predicted, "all": end - start}))
