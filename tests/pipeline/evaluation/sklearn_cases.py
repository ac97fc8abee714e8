"""Prints sklearn_cases.jsonl: fixed labels and float32 probabilities, one case a line, with the values
that scikit-learn 1.2.1 gives for them. Run it as

    python3 tests/pipeline/evaluation/sklearn_cases.py > tests/pipeline/evaluation/sklearn_cases.jsonl

The metrics are computed from the float32 numbers widened to float64, so that the sums carry no
float32 error; `eps` of the log loss is the one scikit-learn takes for float32 input.
"""

import json
import warnings

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve

warnings.filterwarnings("ignore")  # a class without true or predicted rows is meant here


def softmax(logits):
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def drawn(seed, rows, classes, only=None):
    random = np.random.RandomState(seed)
    truth = random.randint(0, classes, rows) if only is None else random.choice(only, rows)
    logits = random.normal(0, 1.5, (rows, classes))
    logits[np.arange(rows), truth] += 1
    return truth, softmax(logits)


def quarters(seed, rows, classes):
    random = np.random.RandomState(seed)
    shares = random.multinomial(4, np.ones(classes) / classes, rows) / 4
    return random.randint(0, classes, rows), shares


def never(code, truth, probabilities):
    """The same without the prediction of one class, whose column becomes 0."""
    kept = probabilities.copy()
    kept[:, code] = 0
    return truth, kept / kept.sum(axis=1, keepdims=True)


tiny = 1e-30
cases = {
    "three classes": drawn(1, 30, 3),
    "two classes": drawn(2, 40, 2),
    "eleven classes": drawn(3, 80, 11),
    "a class absent from the truth but predicted": drawn(4, 25, 4, only=[0, 1, 3]),
    "a class absent from truth and predictions": never(2, *drawn(5, 25, 4, only=[0, 1, 3])),
    "a class absent from the predictions": never(1, *drawn(6, 25, 4)),
    "one class in the truth": drawn(7, 12, 3, only=[1]),
    "tied probabilities": quarters(8, 40, 4),
    "tied probabilities of two classes": quarters(9, 30, 2),
    "all probabilities equal": ([0, 1, 2, 2], np.full((4, 3), 1 / 3)),
    "one row, right": ([1], [[0.25, 0.75]]),
    "one row, wrong": ([0], [[0.25, 0.5, 0.25]]),
    "extreme probabilities": (
        [0, 1, 2, 0, 1, 2, 0, 2],
        [
            [1, 0, 0],
            [1, 0, 0],
            [tiny, tiny, 1],
            [tiny, 1 - 1e-7, 1e-7],
            [1e-45, 1, 1e-40],
            [0.5, 0.5, 0],
            [1e-38, 1, 1e-8],
            [0, 1, 0],
        ],
    ),
    "all right": ([0, 1, 2, 1], np.eye(3)[[0, 1, 2, 1]]),
    "all wrong": ([0, 1, 2, 1], np.eye(3)[[1, 2, 0, 0]]),
}


def averages(truth, predicted, average):
    values = metrics.precision_recall_fscore_support(
        truth, predicted, average=average, zero_division=0
    )
    return dict(zip(("precision", "recall", "f1"), values[:3]))


def brier(is_class, probabilities):
    """Brier's own score: the squared errors of all classes; scikit-learn 1.2 knows one class at a time."""
    return sum(
        metrics.brier_score_loss(rows, probabilities[:, code], pos_label=True)
        for code, rows in enumerate(is_class)
    )


def curve(came_true, probabilities):
    """Observed share and mean probability of each bin that has a row."""
    observed, confidence = calibration_curve(
        came_true, np.clip(probabilities, 0, 1), n_bins=15, pos_label=True
    )
    return [list(pair) for pair in zip(confidence, observed)]


def case(name, truth, probabilities):
    truth = np.array(truth)
    single = np.array(probabilities, dtype=np.float32)
    double = single.astype(np.float64)
    classes = range(single.shape[1])
    predicted = single.argmax(axis=1)
    per_class = metrics.precision_recall_fscore_support(
        truth, predicted, labels=classes, zero_division=0
    )
    is_class = [truth == code for code in classes]
    return {
        "name": name,
        "truth": truth.tolist(),
        "probabilities": double.tolist(),
        "predicted": predicted.tolist(),
        "accuracy": metrics.accuracy_score(truth, predicted),
        "balanced_accuracy": metrics.balanced_accuracy_score(truth, predicted),
        "macro": averages(truth, predicted, "macro"),
        "weighted": averages(truth, predicted, "weighted"),
        "micro": averages(truth, predicted, "micro"),
        "log_loss": metrics.log_loss(
            truth, double, labels=list(classes), eps=np.finfo(np.float32).eps
        ),
        "brier_score": brier(is_class, double),
        "reliability": curve(truth == predicted, double.max(axis=1)),
        "per_class": [
            {
                "reliability": curve(rows, double[:, code]),
                "precision": per_class[0][code],
                "recall": per_class[1][code],
                "f1": per_class[2][code],
                "support": int(per_class[3][code]),
                "roc_auc": metrics.roc_auc_score(rows, double[:, code])
                if 0 < rows.sum() < len(rows)
                else None,
                "pr_auc": metrics.average_precision_score(rows, double[:, code])
                if rows.any()
                else None,
            }
            for code, rows in enumerate(is_class)
        ],
        "counts": metrics.confusion_matrix(truth, predicted, labels=classes).tolist(),
    }


if __name__ == "__main__":
    for name, data in cases.items():
        print(json.dumps(case(name, *data)))
