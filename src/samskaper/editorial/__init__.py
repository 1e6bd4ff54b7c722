"""Edited pages: home, help, methods. The only room that knows Wagtail."""
