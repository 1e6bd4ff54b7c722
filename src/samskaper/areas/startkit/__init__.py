"""The starter kit as it is used: finding the method that fits."""
