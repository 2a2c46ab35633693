#!/usr/bin/env python3
"""Measures the usual tools on the same texts and splits as Krm.Analytics, and Krm.Analytics itself through `krm`.

Usage: classification.py SHARED_DATA_FOLDER [KRM_DLL] [--tasks raddialog,berlin] [--tools krm,fastText] [--splits 1]

Needs Debian's python3-sklearn and fasttext. Prints a Markdown table, one line a tool and task: accuracy, macro-F1, texts a
second on one core, the factor over fastText's default in the same run, the rate on the same texts with every word made unknown,
and the rate from file to file. For krm also the rate of two processes at once.

Rates are per second of processor time, so that other work on the machine does not count, and leave out starting and loading.
fastText and krm get the same texts again and again, so that both are warm:
- fastText: `fasttext predict` on a file of the texts REPEATS times in a row, lower-cased before, less the same on the texts
  once. It reads words and prints a label a text, which cannot be told apart from classifying. (Its Python package, with the
  texts in memory, is no faster: 310,000 instead of 375,000 texts a second on order-office Berlin.)
- krm: `krm evaluate` goes round the texts in memory for half a second to warm up and then for half a second that counts, which
  on Berlin is some 400 times each. It times classifying alone: folding, looking up, probabilities, abstention.
- krm from file to file: `krm classify`, repeated texts less texts once: JSON Lines in and out with category, confidence and
  second category, which is more work than words in and a label out.
- scikit-learn: `predict` on the texts in memory, once.
The splits: Raddialog Bonn 5 stratified folds; order-office Berlin newest fifth; argument sentences 5 folds by document.
"""
import json
import os
import resource
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


# So that a run lasts long enough to be timed, and long enough for a compiler at run time.
REPEATS = 200


def unknown_words(text):
    """The same text with every word turned round, so that hardly any was seen in training."""
    return " ".join(word[::-1] for word in text.split())


def rate_of(run, texts):
    """Texts a second of processor time that a run on the repeated texts takes longer than one on the texts once."""
    return len(texts) * (REPEATS - 1) / max(spent_by(run, texts * REPEATS) - spent_by(run, texts), 1e-6)


def spent_by(run, texts):
    """Processor time of the programs that a run on texts starts and waits for."""
    command = run(texts)
    spent = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
    start = spent()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return spent() - start


class Sklearn:
    def __init__(self, make):
        self.make = make

    def run(self, train, labels, test):
        features = make_union(TfidfVectorizer(ngram_range=(1, 2)), TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)))
        model = make_pipeline(features, self.make()).fit(train, labels)
        predicted, seconds = self.time(model, test)
        _, unknown = self.time(model, [unknown_words(text) for text in test])
        return predicted, len(test) / seconds, len(test) / unknown, None, None

    @staticmethod
    def time(model, texts):
        start = time.process_time()
        predicted = list(model.predict(texts))
        return predicted, time.process_time() - start


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
            predicted = self.predict(folder, test)
            run = lambda texts: self.command(folder, texts)
            known = rate_of(run, [clean(text) for text in test])
            unknown = rate_of(run, [clean(unknown_words(text)) for text in test])
            return [names[int(line.replace("__label__", ""))] if line else names[0] for line in predicted], known, unknown, known, None

    @staticmethod
    def predict(folder, texts):
        out = subprocess.run(
            ["fasttext", "predict", folder + "/model.bin", folder + "/test"], check=True, capture_output=True, text=True).stdout
        return out.split("\n")[: len(texts)]

    @staticmethod
    def command(folder, texts):
        with open(folder + "/timed", "w", encoding="utf-8") as file:
            file.write("".join(text + "\n" for text in texts))
        return ["fasttext", "predict", folder + "/model.bin", folder + "/timed"]


class Krm:
    def __init__(self, dll):
        self.dll = dll

    def run(self, train, labels, test):
        with tempfile.TemporaryDirectory() as folder:
            model = folder + "/model.krm"
            self.write(folder, "train", train, labels)
            self.write(folder, "test", test, [""] * len(test))
            self.call("train", "--input", folder + "/train.jsonl", "--model", model, "--text", "text", "--label", "label")
            subprocess.run(self.classify(folder, model, test), check=True, stdout=subprocess.DEVNULL)
            predicted = [json.loads(line)["category"] for line in open(folder + "/out.jsonl", encoding="utf-8")]
            self.write(folder, "known", test, predicted)
            self.write(folder, "unknown", [unknown_words(text) for text in test], predicted)
            rates = lambda names: [json.loads(process.communicate()[0])["docs_per_second"] for process in [self.evaluate(folder, model, name) for name in names]]
            files = rate_of(lambda texts: self.classify(folder, model, texts), test)
            return predicted, rates(["known"])[0], rates(["unknown"])[0], files, sum(rates(["known", "known"]))

    @staticmethod
    def write(folder, name, texts, labels):
        with open(f"{folder}/{name}.jsonl", "w", encoding="utf-8") as file:
            for text, label in zip(texts, labels):
                file.write(json.dumps({"text": text, "label": label}, ensure_ascii=False) + "\n")

    def classify(self, folder, model, texts):
        self.write(folder, "in", texts, [""] * len(texts))
        return self.command("classify", "--input", folder + "/in.jsonl", "--output", folder + "/out.jsonl", "--model", model, "--text", "text")

    def call(self, *arguments):
        subprocess.run(self.command(*arguments), check=True, stdout=subprocess.DEVNULL)

    def command(self, *arguments):
        return ["dotnet", self.dll, *arguments, "--quiet"]

    def evaluate(self, folder, model, name):
        return subprocess.Popen(
            self.command("evaluate", "--input", f"{folder}/{name}.jsonl", "--model", model, "--json"), stdout=subprocess.PIPE, text=True)


def main():
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--") and argument not in chosen_values()]
    folder = arguments[0]
    tools = {
        "LinearSVC": Sklearn(LinearSVC),
        "LinearSVC balanced": Sklearn(lambda: LinearSVC(class_weight="balanced")),
        "LogisticRegression": Sklearn(lambda: LogisticRegression(max_iter=300)),
        "ComplementNB": Sklearn(ComplementNB),
        "fastText": FastText([]),
        "fastText subwords": FastText(["-minn", "2", "-maxn", "5", "-wordNgrams", "2", "-epoch", "25", "-lr", "0.5"]),
    }
    if len(arguments) > 1:
        tools["krm"] = Krm(arguments[1])
    wanted_tasks, wanted_tools = option("--tasks"), option("--tools")
    print("| task | tool | accuracy | macro-F1 | texts a second | factor over fastText | unknown words, texts a second | file to file, texts a second | two processes, texts a second |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    for task, texts, labels, splits in tasks(folder):
        if wanted_tasks and task not in wanted_tasks:
            continue
        base = None
        splits = splits[:int(option("--splits")[0])] if option("--splits") else splits
        for name, tool in tools.items():
            if wanted_tools and name not in wanted_tools:
                continue
            actual, predicted, known, unknown, files, both = [], [], [], [], [], []
            for train, test in splits:
                answers, rate, unknown_rate, file_rate, two = tool.run([texts[i] for i in train], [labels[i] for i in train], [texts[i] for i in test])
                actual += [labels[i] for i in test]
                predicted += answers
                known.append(rate)
                unknown.append(unknown_rate)
                files.append(file_rate)
                both.append(two)
            rate = float(np.median(known))
            base = rate if name == "fastText" else base
            print(
                f"| {task} | {name} | {accuracy_score(actual, predicted):.4f} | {f1_score(actual, predicted, average='macro'):.4f}"
                f" | {rate:,.0f} | {f'{rate / base:.1f}' if base else '-'} | {float(np.median(unknown)):,.0f}"
                f" | {f'{float(np.median(files)):,.0f}' if files[0] else '-'} | {f'{float(np.median(both)):,.0f}' if both[0] else '-'} |",
                flush=True)


def option(name):
    return sys.argv[sys.argv.index(name) + 1].split(",") if name in sys.argv else None


def chosen_values():
    return [sys.argv[sys.argv.index(name) + 1] for name in ("--tasks", "--tools", "--splits") if name in sys.argv]


if __name__ == "__main__":
    main()
