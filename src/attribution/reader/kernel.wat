(module
  ;; The memory is given; who calls says where what lies.
  (import "reader" "memory" (memory 1))
  ;; Where a number is cut, pmin and pmax are used: no number is a NaN, and min and max, which must look for one, take several steps.

  ;; multiply(x, w, bias, out, n, k, h): out[n × h] = bias[h] + x[n × k] · w[k × h], single precision, places in bytes. All by
  ;; rows but w: its columns come in panels of 16, each by rows, so that what is read together lies together. h is a multiple
  ;; of 16; rows are done in pairs, so both x and out must have room for an even number of rows.
  (func (export "multiply")
    (param $x i32) (param $w i32) (param $bias i32) (param $out i32) (param $n i32) (param $k i32) (param $h i32)
    (local $i i32) (local $j i32) (local $left i32) (local $row i32)
    (local $x0 i32) (local $x1 i32) (local $wp i32) (local $bp i32) (local $o0 i32) (local $o1 i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local $s v128) (local $t v128) (local $v v128)
    (local.set $row (i32.shl (local.get $h) (i32.const 2)))
    (block $rowsDone
      (loop $rows
        (br_if $rowsDone (i32.ge_s (local.get $i) (local.get $n)))
        (local.set $j (i32.const 0))
        (block $columnsDone
          (loop $columns
            (br_if $columnsDone (i32.ge_s (local.get $j) (local.get $row)))
            (local.set $bp (i32.add (local.get $bias) (local.get $j)))
            (local.set $a0 (v128.load (local.get $bp)))
            (local.set $a1 (v128.load offset=16 (local.get $bp)))
            (local.set $a2 (v128.load offset=32 (local.get $bp)))
            (local.set $a3 (v128.load offset=48 (local.get $bp)))
            (local.set $b0 (local.get $a0))
            (local.set $b1 (local.get $a1))
            (local.set $b2 (local.get $a2))
            (local.set $b3 (local.get $a3))
            (local.set $x0 (i32.add (local.get $x) (i32.shl (i32.mul (local.get $i) (local.get $k)) (i32.const 2))))
            (local.set $x1 (i32.add (local.get $x0) (i32.shl (local.get $k) (i32.const 2))))
            (local.set $wp (i32.add (local.get $w) (i32.mul (local.get $j) (local.get $k))))
            (local.set $left (local.get $k))
            (loop $sum
              (local.set $s (v128.load32_splat (local.get $x0)))
              (local.set $t (v128.load32_splat (local.get $x1)))
              (local.set $v (v128.load (local.get $wp)))
              (local.set $a0 (f32x4.add (local.get $a0) (f32x4.mul (local.get $s) (local.get $v))))
              (local.set $b0 (f32x4.add (local.get $b0) (f32x4.mul (local.get $t) (local.get $v))))
              (local.set $v (v128.load offset=16 (local.get $wp)))
              (local.set $a1 (f32x4.add (local.get $a1) (f32x4.mul (local.get $s) (local.get $v))))
              (local.set $b1 (f32x4.add (local.get $b1) (f32x4.mul (local.get $t) (local.get $v))))
              (local.set $v (v128.load offset=32 (local.get $wp)))
              (local.set $a2 (f32x4.add (local.get $a2) (f32x4.mul (local.get $s) (local.get $v))))
              (local.set $b2 (f32x4.add (local.get $b2) (f32x4.mul (local.get $t) (local.get $v))))
              (local.set $v (v128.load offset=48 (local.get $wp)))
              (local.set $a3 (f32x4.add (local.get $a3) (f32x4.mul (local.get $s) (local.get $v))))
              (local.set $b3 (f32x4.add (local.get $b3) (f32x4.mul (local.get $t) (local.get $v))))
              (local.set $x0 (i32.add (local.get $x0) (i32.const 4)))
              (local.set $x1 (i32.add (local.get $x1) (i32.const 4)))
              (local.set $wp (i32.add (local.get $wp) (i32.const 64)))
              (local.set $left (i32.sub (local.get $left) (i32.const 1)))
              (br_if $sum (local.get $left)))
            (local.set $o0 (i32.add (i32.add (local.get $out) (i32.mul (local.get $i) (local.get $row))) (local.get $j)))
            (local.set $o1 (i32.add (local.get $o0) (local.get $row)))
            (v128.store (local.get $o0) (local.get $a0))
            (v128.store offset=16 (local.get $o0) (local.get $a1))
            (v128.store offset=32 (local.get $o0) (local.get $a2))
            (v128.store offset=48 (local.get $o0) (local.get $a3))
            (v128.store (local.get $o1) (local.get $b0))
            (v128.store offset=16 (local.get $o1) (local.get $b1))
            (v128.store offset=32 (local.get $o1) (local.get $b2))
            (v128.store offset=48 (local.get $o1) (local.get $b3))
            (local.set $j (i32.add (local.get $j) (i32.const 64)))
            (br $columns)))
        (local.set $i (i32.add (local.get $i) (i32.const 2)))
        (br $rows))))

  ;; narrow(x, out, n, scale): n numbers (a multiple of 8) times scale, rounded, as whole numbers of 16 bits.
  (func (export "narrow") (param $x i32) (param $out i32) (param $n i32) (param $scale f32)
    (local $end i32) (local $s v128)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $n) (i32.const 1))))
    (local.set $s (f32x4.splat (local.get $scale)))
    (block $done
      (loop $eights
        (br_if $done (i32.ge_s (local.get $out) (local.get $end)))
        (v128.store
          (local.get $out)
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $s) (v128.load (local.get $x)))))
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $s) (v128.load offset=16 (local.get $x)))))))
        (local.set $x (i32.add (local.get $x) (i32.const 32)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $eights))))

  ;; multiplyNarrow(x, w, bias, out, n, k, h, scale): as multiply, of whole numbers of 16 bits, which go twice as many at a time:
  ;; out = bias + scale · (x · w). k is even; in w, rows come in pairs, the two numbers of a column side by side.
  (func (export "multiplyNarrow")
    (param $x i32) (param $w i32) (param $bias i32) (param $out i32) (param $n i32) (param $k i32) (param $h i32)
    (param $scale f32)
    (local $i i32) (local $j i32) (local $left i32) (local $row i32)
    (local $x0 i32) (local $x1 i32) (local $wp i32) (local $bp i32) (local $o0 i32) (local $o1 i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local $s v128) (local $t v128) (local $v v128) (local $zero v128) (local $by v128)
    (local.set $row (i32.shl (local.get $h) (i32.const 2)))
    (local.set $by (f32x4.splat (local.get $scale)))
    (block $rowsDone
      (loop $rows
        (br_if $rowsDone (i32.ge_s (local.get $i) (local.get $n)))
        (local.set $j (i32.const 0))
        (block $columnsDone
          (loop $columns
            (br_if $columnsDone (i32.ge_s (local.get $j) (local.get $row)))
            (local.set $a0 (local.get $zero))
            (local.set $a1 (local.get $zero))
            (local.set $a2 (local.get $zero))
            (local.set $a3 (local.get $zero))
            (local.set $b0 (local.get $zero))
            (local.set $b1 (local.get $zero))
            (local.set $b2 (local.get $zero))
            (local.set $b3 (local.get $zero))
            (local.set $x0 (i32.add (local.get $x) (i32.shl (i32.mul (local.get $i) (local.get $k)) (i32.const 1))))
            (local.set $x1 (i32.add (local.get $x0) (i32.shl (local.get $k) (i32.const 1))))
            (local.set $wp (i32.add (local.get $w) (i32.shr_u (i32.mul (local.get $j) (local.get $k)) (i32.const 1))))
            (local.set $left (i32.shr_u (local.get $k) (i32.const 1)))
            (loop $sum
              (local.set $s (v128.load32_splat (local.get $x0)))
              (local.set $t (v128.load32_splat (local.get $x1)))
              (local.set $v (v128.load (local.get $wp)))
              (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $s) (local.get $v))))
              (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $t) (local.get $v))))
              (local.set $v (v128.load offset=16 (local.get $wp)))
              (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $s) (local.get $v))))
              (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $t) (local.get $v))))
              (local.set $v (v128.load offset=32 (local.get $wp)))
              (local.set $a2 (i32x4.add (local.get $a2) (i32x4.dot_i16x8_s (local.get $s) (local.get $v))))
              (local.set $b2 (i32x4.add (local.get $b2) (i32x4.dot_i16x8_s (local.get $t) (local.get $v))))
              (local.set $v (v128.load offset=48 (local.get $wp)))
              (local.set $a3 (i32x4.add (local.get $a3) (i32x4.dot_i16x8_s (local.get $s) (local.get $v))))
              (local.set $b3 (i32x4.add (local.get $b3) (i32x4.dot_i16x8_s (local.get $t) (local.get $v))))
              (local.set $x0 (i32.add (local.get $x0) (i32.const 4)))
              (local.set $x1 (i32.add (local.get $x1) (i32.const 4)))
              (local.set $wp (i32.add (local.get $wp) (i32.const 64)))
              (local.set $left (i32.sub (local.get $left) (i32.const 1)))
              (br_if $sum (local.get $left)))
            (local.set $bp (i32.add (local.get $bias) (local.get $j)))
            (local.set $o0 (i32.add (i32.add (local.get $out) (i32.mul (local.get $i) (local.get $row))) (local.get $j)))
            (local.set $o1 (i32.add (local.get $o0) (local.get $row)))
            (local.set $v (v128.load (local.get $bp)))
            (v128.store (local.get $o0) (f32x4.add (local.get $v) (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (local.get $a0)))))
            (v128.store (local.get $o1) (f32x4.add (local.get $v) (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (local.get $b0)))))
            (local.set $v (v128.load offset=16 (local.get $bp)))
            (v128.store offset=16 (local.get $o0) (f32x4.add (local.get $v) (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (local.get $a1)))))
            (v128.store offset=16 (local.get $o1) (f32x4.add (local.get $v) (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (local.get $b1)))))
            (local.set $v (v128.load offset=32 (local.get $bp)))
            (v128.store offset=32 (local.get $o0) (f32x4.add (local.get $v) (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (local.get $a2)))))
            (v128.store offset=32 (local.get $o1) (f32x4.add (local.get $v) (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (local.get $b2)))))
            (local.set $v (v128.load offset=48 (local.get $bp)))
            (v128.store offset=48 (local.get $o0) (f32x4.add (local.get $v) (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (local.get $a3)))))
            (v128.store offset=48 (local.get $o1) (f32x4.add (local.get $v) (f32x4.mul (local.get $by) (f32x4.convert_i32x4_s (local.get $b3)))))
            (local.set $j (i32.add (local.get $j) (i32.const 64)))
            (br $columns)))
        (local.set $i (i32.add (local.get $i) (i32.const 2)))
        (br $rows))))

  ;; gather(places, out, n, row): row i of out = the sum of the three rows whose places in bytes stand at places[3i] to
  ;; places[3i + 2]; row is the length of a row in bytes, a multiple of 16.
  (func (export "gather") (param $places i32) (param $out i32) (param $n i32) (param $row i32)
    (local $a i32) (local $b i32) (local $c i32) (local $end i32)
    (block $done
      (loop $rows
        (br_if $done (i32.le_s (local.get $n) (i32.const 0)))
        (local.set $a (i32.load (local.get $places)))
        (local.set $b (i32.load offset=4 (local.get $places)))
        (local.set $c (i32.load offset=8 (local.get $places)))
        (local.set $end (i32.add (local.get $out) (local.get $row)))
        (loop $columns
          (v128.store
            (local.get $out)
            (f32x4.add
              (f32x4.add (v128.load (local.get $a)) (v128.load (local.get $b)))
              (v128.load (local.get $c))))
          (local.set $a (i32.add (local.get $a) (i32.const 16)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (local.set $c (i32.add (local.get $c) (i32.const 16)))
          (local.set $out (i32.add (local.get $out) (i32.const 16)))
          (br_if $columns (i32.lt_s (local.get $out) (local.get $end))))
        (local.set $places (i32.add (local.get $places) (i32.const 12)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $rows))))

  ;; scan(gate, gateStep, state, stateStep, n, units, added): for four units after the other, over n rows,
  ;;   s = input + forget · (s - input), s = 0 at first, forget cut to 0 to 1, input to -1 to 1.
  ;; The forget gates begin at gate, the inputs behind them; units is their length in bytes, a multiple of 16. A step is the way
  ;; from a row to the next in bytes, negative for the backward direction. With added, s is added to what state holds.
  (func (export "scan")
    (param $gate i32) (param $gateStep i32) (param $state i32) (param $stateStep i32)
    (param $n i32) (param $units i32) (param $added i32)
    (local $u i32) (local $g i32) (local $o i32) (local $left i32)
    (local $f v128) (local $i v128) (local $s v128) (local $zero v128) (local $one v128) (local $minus v128)
    (local.set $one (f32x4.splat (f32.const 1)))
    (local.set $minus (f32x4.splat (f32.const -1)))
    (block $done
      (loop $fours
        (br_if $done (i32.ge_s (local.get $u) (local.get $units)))
        (local.set $g (i32.add (local.get $gate) (local.get $u)))
        (local.set $o (i32.add (local.get $state) (local.get $u)))
        (local.set $s (local.get $zero))
        (local.set $left (local.get $n))
        (loop $rows
          (local.set $f
            (f32x4.pmin (local.get $one) (f32x4.pmax (local.get $zero) (v128.load (local.get $g)))))
          (local.set $i
            (f32x4.pmin
              (local.get $one)
              (f32x4.pmax (local.get $minus) (v128.load (i32.add (local.get $g) (local.get $units))))))
          (local.set $s
            (f32x4.add (local.get $i) (f32x4.mul (local.get $f) (f32x4.sub (local.get $s) (local.get $i)))))
          (if (local.get $added)
            (then (v128.store (local.get $o) (f32x4.add (v128.load (local.get $o)) (local.get $s))))
            (else (v128.store (local.get $o) (local.get $s))))
          (local.set $g (i32.add (local.get $g) (local.get $gateStep)))
          (local.set $o (i32.add (local.get $o) (local.get $stateStep)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br_if $rows (local.get $left)))
        (local.set $u (i32.add (local.get $u) (i32.const 16)))
        (br $fours))))

  ;; The four numbers of a vector as one.
  (func $total (param $v v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $v)) (f32x4.extract_lane 1 (local.get $v)))
      (f32.add (f32x4.extract_lane 2 (local.get $v)) (f32x4.extract_lane 3 (local.get $v)))))

  ;; rate(x, row, weights, out, n, h): out[i] = the sum of weights[j] · max(0, x[i][j]) over h bytes, a multiple of 16; row is the way
  ;; from a row of x to the next in bytes.
  (func (export "rate") (param $x i32) (param $row i32) (param $weights i32) (param $out i32) (param $n i32) (param $h i32)
    (local $j i32) (local $sum v128) (local $zero v128)
    (block $done
      (loop $rows
        (br_if $done (i32.le_s (local.get $n) (i32.const 0)))
        (local.set $sum (local.get $zero))
        (local.set $j (i32.const 0))
        (loop $columns
          (local.set $sum
            (f32x4.add
              (local.get $sum)
              (f32x4.mul
                (v128.load (i32.add (local.get $weights) (local.get $j)))
                (f32x4.pmax (local.get $zero) (v128.load (i32.add (local.get $x) (local.get $j)))))))
          (local.set $j (i32.add (local.get $j) (i32.const 16)))
          (br_if $columns (i32.lt_s (local.get $j) (local.get $h))))
        (f32.store (local.get $out) (call $total (local.get $sum)))
        (local.set $x (i32.add (local.get $x) (local.get $row)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $rows))))

  ;; choose(places, base, weights, out, n, h): as rate, of the sum of the row at base and the four rows whose places in bytes stand at
  ;; places[4i] to places[4i + 3].
  (func (export "choose")
    (param $places i32) (param $base i32) (param $weights i32) (param $out i32) (param $n i32) (param $h i32)
    (local $j i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $sum v128) (local $zero v128)
    (block $done
      (loop $rows
        (br_if $done (i32.le_s (local.get $n) (i32.const 0)))
        (local.set $a (i32.load (local.get $places)))
        (local.set $b (i32.load offset=4 (local.get $places)))
        (local.set $c (i32.load offset=8 (local.get $places)))
        (local.set $d (i32.load offset=12 (local.get $places)))
        (local.set $sum (local.get $zero))
        (local.set $j (i32.const 0))
        (loop $columns
          (local.set $sum
            (f32x4.add
              (local.get $sum)
              (f32x4.mul
                (v128.load (i32.add (local.get $weights) (local.get $j)))
                (f32x4.pmax
                  (local.get $zero)
                  (f32x4.add
                    (v128.load (i32.add (local.get $base) (local.get $j)))
                    (f32x4.add
                      (f32x4.add
                        (v128.load (i32.add (local.get $a) (local.get $j)))
                        (v128.load (i32.add (local.get $b) (local.get $j))))
                      (f32x4.add
                        (v128.load (i32.add (local.get $c) (local.get $j)))
                        (v128.load (i32.add (local.get $d) (local.get $j))))))))))
          (local.set $j (i32.add (local.get $j) (i32.const 16)))
          (br_if $columns (i32.lt_s (local.get $j) (local.get $h))))
        (f32.store (local.get $out) (call $total (local.get $sum)))
        (local.set $places (i32.add (local.get $places) (i32.const 16)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $rows)))))
