"""Prints reference_values.jsonl: what scikit-learn, NumPy and SciPy make of small tables with holes.

Made with scikit-learn 1.2.1:
    /usr/bin/python3 reference_values.py > reference_values.jsonl
"""

import json

import numpy as np
from scipy.stats import norm, rankdata
from sklearn.impute import KNNImputer, SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

hole = np.nan
table = np.array(
    [
        [1.0, -20.0, 3e17, 0.5, 7.0],
        [2.0, hole, 1e17, 0.25, 7.0],
        [2.0, 35.0, -2e17, hole, 7.0],
        [4.5, 10.0, 5e16, 0.75, hole],
        [-3.0, 0.0, hole, 0.5, 7.0],
        [8.0, -7.5, 4e17, 1.0, 7.0],
        [2.5, 12.0, -1e17, 0.25, 7.0],
        [hole, 41.0, 2e17, 0.125, 7.0],
    ],
    dtype=np.float32,
).astype(np.float64)


def regression(ridge):
    """Each column by ridge regression on the others, with holes in the inputs at the mean."""
    scaler = StandardScaler().fit(table)
    scores = scaler.transform(table)
    inputs = np.nan_to_num(scores)
    filled = scores.copy()
    for target in range(table.shape[1]):
        known = ~np.isnan(scores[:, target])
        others = np.arange(table.shape[1]) != target
        model = Ridge(alpha=ridge * known.sum(), fit_intercept=False)
        model.fit(inputs[known][:, others], scores[known, target])
        filled[~known, target] = model.predict(inputs[~known][:, others])
    restored = scaler.inverse_transform(filled)
    return np.clip(restored, np.nanmin(table, axis=0), np.nanmax(table, axis=0))


def nearest(neighbours):
    scaler = StandardScaler().fit(table)
    filled = KNNImputer(n_neighbors=neighbours).fit_transform(scaler.transform(table))
    return scaler.inverse_transform(filled)


def normal_scores(column):
    known = column[~np.isnan(column)]
    scores = np.full(column.shape, np.nan)
    scores[~np.isnan(column)] = norm.ppf((rankdata(known) - 0.5) / len(known))
    return scores


def clipped(low, high):
    return np.clip(table, low, high)


quartiles = np.nanquantile(table, [0.25, 0.75], axis=0)
margin = 0.5 * (quartiles[1] - quartiles[0])
margin[margin == 0] = np.inf
probabilities = [1e-300, 1e-12, 1e-5, 0.01, 0.07, 0.2, 0.5, 0.9, 0.97, 0.999999]

cases = {
    "table": table,
    "scale standard": StandardScaler().fit_transform(table),
    "scale robust": RobustScaler().fit_transform(table),
    "scale min-max": MinMaxScaler().fit_transform(table),
    "scale quantile-normal": np.apply_along_axis(normal_scores, 0, table),
    "impute mean": SimpleImputer(strategy="mean").fit_transform(table),
    "impute median": SimpleImputer(strategy="median").fit_transform(table),
    "impute most-frequent": SimpleImputer(strategy="most_frequent").fit_transform(table),
    "impute nearest": nearest(2),
    "impute regression": regression(0.01),
    "clip-outliers quantile": clipped(*np.nanquantile(table, [0.2, 0.9], axis=0)),
    "clip-outliers iqr": clipped(quartiles[0] - margin, quartiles[1] + margin),
    "normal-quantile": [[p, norm.ppf(p)] for p in probabilities],
}


def plain(value):
    """Lists for arrays, None for holes: JSON has no NaN."""
    if isinstance(value, (list, np.ndarray)):
        return [plain(part) for part in value]
    return None if np.isnan(value) else float(value)


for name, values in cases.items():
    print(json.dumps({"case": name, "rows": plain(values)}))
