"""Speed, told as ratios of things measured side by side in one run; never as a test."""
