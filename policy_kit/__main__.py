"""`python -m policy_kit` is `policy-kit`."""

from policy_kit.cli import main

main()
