#!/usr/bin/env bash
# Makes the simulator's two media files anew. Needs ffmpeg; the simulator itself doesn't.
set -euo pipefail
cd "$(dirname "$0")"

seconds=24
# A hum with overtones whose loudness rises and falls four times a second, with pauses: has the shape of speech, says nothing.
voice="aevalsrc=exprs='(0.35*sin(2*PI*(130+20*sin(2*PI*0.7*t))*t)+0.2*sin(2*PI*390*t)+0.1*sin(2*PI*1170*t))\
*(0.5+0.5*sin(2*PI*4*t))*lt(mod(t\,3)\,2.4)':sample_rate=32000:duration=$seconds"
picture="testsrc=size=640x360:rate=25:duration=$seconds"
bitexact=(-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact)

ffmpeg -hide_banner -loglevel error -y -f lavfi -i "$picture" -f lavfi -i "$voice" \
  -c:v libx264 -preset slow -threads 1 -crf 26 -pix_fmt yuv420p -g 50 -c:a aac -b:a 64k -ac 1 "${bitexact[@]}" video.mp4
ffmpeg -hide_banner -loglevel error -y -i video.mp4 -vn -c:a copy "${bitexact[@]}" audio.m4a
