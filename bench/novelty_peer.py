"""What scikit-learn makes of rows of a fault left out of training; prints one JSON object of scores, higher = stranger.

Usage: novelty_peer.py FOLDER COLUMNS SEED

FOLDER holds train.f32 and test.f32 (n×d row-major) and codes.i32 (the class of each training row).
"""
import json
import os
import sys
import warnings

os.environ["OMP_NUM_THREADS"] = "1"
warnings.filterwarnings("ignore")

import numpy as np  # noqa: E402
from sklearn.ensemble import IsolationForest, RandomForestClassifier  # noqa: E402
from sklearn.impute import SimpleImputer  # noqa: E402
from sklearn.neighbors import NearestNeighbors  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402

folder, columns, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def read(name):
    return np.fromfile(f"{folder}/{name}", np.float32).reshape(-1, columns).astype(float)


imputer = SimpleImputer(strategy="median", keep_empty_features=True)
train = imputer.fit_transform(read("train.f32"))
test = imputer.transform(read("test.f32"))
codes = np.fromfile(f"{folder}/codes.i32", np.int32)

forest = RandomForestClassifier(100, random_state=seed).fit(train, codes)
isolation = IsolationForest(n_estimators=100, random_state=seed).fit(train)
scaler = StandardScaler().fit(train)
near, far = (np.clip(scaler.transform(rows), -8, 8) for rows in (train, test))
distances, _ = NearestNeighbors(n_neighbors=5).fit(near).kneighbors(far)
print(json.dumps({
    "maximum probability": (1 - forest.predict_proba(test).max(axis=1)).tolist(),
    "5 nearest neighbours": distances.mean(axis=1).tolist(),
    "isolation forest": (-isolation.score_samples(test)).tolist(),
}))
