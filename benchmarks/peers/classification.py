#!/usr/bin/env python3
"""Measures the usual tools on the same texts and splits as Krm.Analytics, and Krm.Analytics itself through `krm`.

Usage: classification.py SHARED_DATA_FOLDER [KRM_DLL]

Needs Debian's python3-sklearn and fasttext. Prints one line a tool and task: accuracy, macro-F1, texts a second.
The splits: Raddialog Bonn 5 stratified folds; order-office Berlin newest fifth; argument sentences 5 folds by document.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import GroupKFold, StratifiedKFold
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def load(folder, name):
    lines = open(os.path.join(folder, name), encoding="utf-8").read().split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"))) for line in lines[1:] if line]


def tasks(folder):
    rows = load(folder, "raddialog-bonn/beitraege.tsv")
    texts = [row["title"] + ". " + row.get("text", "") for row in rows]
    labels = [row["label"] for row in rows]
    yield "raddialog", texts, labels, list(StratifiedKFold(5, shuffle=True, random_state=0).split(texts, labels))

    rows = sorted(load(folder, "ordnungsamt-berlin/meldungen.tsv"), key=lambda row: row["date"])
    cut = int(len(rows) * 0.8)
    split = [(np.arange(cut), np.arange(cut, len(rows)))]
    yield "berlin", [row["text"] for row in rows], [row["label"] for row in rows], split

    rows = load(folder, "cimt-argument-bonn/saetze.tsv")
    labels = ["non" if row["label"] == "non-arg" else "arg" for row in rows]
    groups = [row["document_id"] for row in rows]
    yield "argument", [row["text"] for row in rows], labels, list(GroupKFold(5).split(rows, labels, groups))
    rows = [row for row in rows if row["label"] in ("premise", "mpos")]
    groups = [row["document_id"] for row in rows]
    labels = [row["label"] for row in rows]
    yield "proposal", [row["text"] for row in rows], labels, list(GroupKFold(5).split(rows, labels, groups))


class Sklearn:
    def __init__(self, make):
        self.make = make

    def run(self, train, labels, test):
        features = make_union(TfidfVectorizer(ngram_range=(1, 2)), TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)))
        model = make_pipeline(features, self.make()).fit(train, labels)
        start = time.perf_counter()
        predicted = model.predict(test)
        return list(predicted), time.perf_counter() - start


class FastText:
    def __init__(self, options):
        self.options = options

    def run(self, train, labels, test):
        with tempfile.TemporaryDirectory() as folder:
            names = sorted(set(labels))
            clean = lambda text: " ".join(text.lower().split()) or "-"
            with open(folder + "/train", "w", encoding="utf-8") as file:
                for text, label in zip(train, labels):
                    file.write(f"__label__{names.index(label)} {clean(text)}\n")
            with open(folder + "/test", "w", encoding="utf-8") as file:
                for text in test:
                    file.write(clean(text) + "\n")
            subprocess.run(
                ["fasttext", "supervised", "-input", folder + "/train", "-output", folder + "/model", "-thread", "1", *self.options],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # The time to load the model is measured on an empty input and taken off.
            open(folder + "/empty", "w").close()
            start = time.perf_counter()
            subprocess.run(["fasttext", "predict", folder + "/model.bin", folder + "/empty"], stdout=subprocess.DEVNULL)
            loading = time.perf_counter() - start
            start = time.perf_counter()
            out = subprocess.run(
                ["fasttext", "predict", folder + "/model.bin", folder + "/test"], check=True, capture_output=True, text=True).stdout
            seconds = max(time.perf_counter() - start - loading, 1e-6)
            return [names[int(line.replace("__label__", ""))] if line else names[0] for line in out.split("\n")[: len(test)]], seconds


class Krm:
    def __init__(self, dll):
        self.dll = dll

    def run(self, train, labels, test):
        with tempfile.TemporaryDirectory() as folder:
            for name, texts, categories in (("train", train, labels), ("test", test, [""] * len(test))):
                with open(f"{folder}/{name}.jsonl", "w", encoding="utf-8") as file:
                    for text, label in zip(texts, categories):
                        file.write(json.dumps({"text": text, "label": label}, ensure_ascii=False) + "\n")
            model, output = folder + "/model.krm", folder + "/out.jsonl"
            call = lambda *arguments: subprocess.run(
                ["dotnet", self.dll, *arguments, "--quiet"], check=True, stdout=subprocess.DEVNULL)
            call("train", "--input", folder + "/train.jsonl", "--model", model, "--text", "text", "--label", "label")
            start = time.perf_counter()
            call("classify", "--input", folder + "/test.jsonl", "--output", output, "--model", model, "--text", "text")
            seconds = time.perf_counter() - start
            return [json.loads(line)["category"] for line in open(output, encoding="utf-8")], seconds


def main():
    folder = sys.argv[1]
    tools = {
        "LinearSVC": Sklearn(LinearSVC),
        "LinearSVC balanced": Sklearn(lambda: LinearSVC(class_weight="balanced")),
        "LogisticRegression": Sklearn(lambda: LogisticRegression(max_iter=300)),
        "ComplementNB": Sklearn(ComplementNB),
        "fastText": FastText([]),
        "fastText subwords": FastText(["-minn", "2", "-maxn", "5", "-wordNgrams", "2", "-epoch", "25", "-lr", "0.5"]),
    }
    if len(sys.argv) > 2:
        tools["krm"] = Krm(sys.argv[2])
    for task, texts, labels, splits in tasks(folder):
        for name, tool in tools.items():
            actual, predicted, seconds = [], [], 0.0
            for train, test in splits:
                answers, spent = tool.run([texts[i] for i in train], [labels[i] for i in train], [texts[i] for i in test])
                actual += [labels[i] for i in test]
                predicted += answers
                seconds += spent
            print(
                f"{task:10} {name:20} accuracy {accuracy_score(actual, predicted):.4f}"
                f" macro-F1 {f1_score(actual, predicted, average='macro'):.4f} texts/s {len(actual) / seconds:,.0f}",
                flush=True)


if __name__ == "__main__":
    main()
