"""Addresses of conversations, and of the page behind a party's link."""

from django.urls import path

from samskaper.areas.cocreation.views import conversations, finding, giving, moving, party, spot
from samskaper.areas.cocreation.views import register as registers

app_name = "cocreation"
urlpatterns = [
    path("conversations/", finding.index, name="index"),
    path("conversations/new/", finding.find, name="find"),
    path("conversations/register/", registers.register, name="register"),
    path("conversations/register/<int:number>/stop/", registers.stop_filling, name="stop_filling"),
    path("conversations/now/", spot.now, name="now"),
    path("conversations/with/new/", finding.add_party, name="add_party"),
    path("conversations/with/<int:number>/", finding.meet, name="meet"),
    path("conversations/<int:number>/", conversations.conversation, name="conversation"),
    path("conversations/<int:number>/write/", conversations.write, name="write"),
    path("conversations/<int:number>/read-back/", conversations.read_back, name="read_back"),
    path("conversations/<int:number>/letter/", conversations.letter, name="letter"),
    path("conversations/<int:number>/paper/", conversations.paper, name="paper"),
    path("conversations/<int:number>/join/", conversations.join, name="join"),
    path("conversations/<int:number>/move/", moving.move, name="move"),
    path("conversations/<int:number>/with/", spot.choose, name="choose"),
    path("conversations/<int:number>/off/", conversations.call_off, name="call_off"),
    path("conversations/<int:number>/<int:statement>/", conversations.reword, name="reword"),
    path("what-it-gave/", giving.gave, name="gave"),
    path("said/<str:secret>/", party.said, name="party"),
    path("said/<str:secret>/add/", party.add, name="add"),
    path("said/<str:secret>/who/", party.who, name="who"),
    path("said/<str:secret>/asking/", party.asking, name="asking"),
    path("said/<str:secret>/over/", party.hand_over, name="hand_over"),
    path("said/<str:secret>/<int:statement>/", party.answer, name="answer"),
]
